-- Who governs where: the federations, cantons and Länder, districts, associations and municipalities, with the postcodes
-- and places of the municipalities. Facts from public registers (content/registers/SOURCES.md), written by the import
-- alone; whoever may ask anything may read them.

create table hall.authority (
  id uuid primary key,
  -- `ch`, `ch-gl`, `ch-1630`; `de`, `de-10`, `de-10041`, `de-100415005` (association), `de-10041100`.
  key text not null unique check (key ~ '^(ch|de)(-[a-z0-9-]+)?$'),
  kind text not null check (kind in ('federation', 'region', 'district', 'association', 'municipality')),
  country text not null check (country in ('ch', 'de')),
  -- Canton letters or number of the Land; '' for a federation.
  region text not null check (region ~ '^([A-Z]{2}|[0-9]{2})?$'),
  name text not null check (name <> ''),
  -- Stadt, Gemeinde, Markt: what it calls itself beside its name.
  designation text,
  -- Keys of the authorities above it, the narrowest first.
  parents text[] not null,
  language text check (language in ('de', 'fr', 'it', 'rm')),
  population integer check (population >= 0),
  -- The period in which it exists. A municipality that was merged has ended, even where no source at hand says when.
  valid_from date,
  valid_to date,
  has_ended boolean not null default false,
  successor text check (successor <> key),
  check (valid_from is null or valid_to is null or valid_from < valid_to),
  check (valid_to is null or has_ended)
);

-- `position` is the order in the source: the first place is the one that a municipality is known by.
create table hall.locality (
  authority_id uuid not null references hall.authority on delete cascade,
  position smallint not null,
  postcode text not null check (postcode ~ '^[0-9]{4,5}$'),
  place text not null,
  primary key (authority_id, position)
);

-- What was imported last, so that a start that brings nothing costs nothing.
create table hall.register_import (
  register text primary key,
  hash bytea not null check (octet_length(hash) = 32)
);

alter table hall.authority enable row level security;
alter table hall.authority force row level security;
alter table hall.locality enable row level security;
alter table hall.locality force row level security;
alter table hall.register_import enable row level security;
alter table hall.register_import force row level security;

create policy authority_read on hall.authority for select to hall_app using ((select hall.kind()) is not null);
create policy authority_import on hall.authority to hall_owner using ((select hall.kind()) = 'job') with check ((select hall.kind()) = 'job');
create policy locality_read on hall.locality for select to hall_app using ((select hall.kind()) is not null);
create policy locality_import on hall.locality to hall_owner using ((select hall.kind()) = 'job') with check ((select hall.kind()) = 'job');
create policy register_import_own on hall.register_import to hall_owner using ((select hall.kind()) = 'job') with check ((select hall.kind()) = 'job');

grant select on hall.authority, hall.locality to hall_app;
