-- Content: what is published, where it applies, and on what it was based (DESIGN.md §4, invariants 3 and 4).
--
-- A version never changes. `scope` says how far it reaches: the federation, one portal, one authority. A file in
-- content/ is imported as origin 'files'; what a clerk edits in the browser is an 'overlay' above it.

create table hall.pack_version (
  id uuid primary key,
  kind text not null check (kind in ('service', 'form', 'authority', 'portal')),
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]*$'),
  scope text not null check (scope = 'federation' or scope ~ '^(portal|authority):[a-z0-9-]+$'),
  origin text not null check (origin in ('files', 'overlay')),
  number integer not null check (number > 0),
  -- The version of what lies above at the time of writing; a change above is then offered: accept, or keep mine.
  based_on integer,
  authority_id uuid,
  definition jsonb not null,
  hash bytea not null check (octet_length(hash) = 32),
  written_at timestamptz not null,
  written_by uuid,
  -- A file that is gone, an overlay taken back: nothing applies from here on.
  withdrawn boolean not null default false,
  unique (kind, key, scope, origin, number)
);
create index pack_version_authority on hall.pack_version (authority_id) where authority_id is not null;

create table hall.content_revision (
  only_row boolean primary key default true check (only_row),
  revision bigint not null,
  -- What the files of content/ were when they were last imported, so that a start that brings nothing reads nothing.
  imported_hash bytea check (octet_length(imported_hash) = 32)
);
insert into hall.content_revision (revision) values (1);

create function hall.content_changed() returns trigger language plpgsql as $$
begin
  update hall.content_revision set revision = revision + 1;
  return null;
end $$;
create trigger pack_version_changed after insert on hall.pack_version
  for each statement execute function hall.content_changed();

alter table hall.pack_version enable row level security;
alter table hall.pack_version force row level security;
alter table hall.content_revision enable row level security;
alter table hall.content_revision force row level security;

create policy pack_version_read on hall.pack_version for select to hall_app using ((select hall.kind()) is not null);
create policy pack_version_clerk on hall.pack_version for insert to hall_app with check (
  (select hall.kind()) = 'staff' and origin = 'overlay'
  and authority_id = (select hall.authority()) and written_by = (select hall.person())
);
create policy pack_version_import on hall.pack_version to hall_owner using (true) with check (origin = 'files');
create policy content_revision_read on hall.content_revision for select to hall_app using (true);
create policy content_revision_count on hall.content_revision for update to hall_app
  using ((select hall.kind()) = 'staff') with check ((select hall.kind()) = 'staff');
create policy content_revision_import on hall.content_revision to hall_owner using (true) with check (true);

grant select, insert on hall.pack_version to hall_app;
grant select on hall.content_revision to hall_app;
grant update (revision) on hall.content_revision to hall_app;
