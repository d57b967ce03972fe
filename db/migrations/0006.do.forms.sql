-- Drafts: what somebody has begun to apply for.
--
-- What was typed lies sealed under the draft's own key (see documents). A draft belongs to a person, or to who holds its
-- secret: the table knows only hashes of secrets, and every query for somebody without an account compares them.

create table hall.draft (
  id uuid primary key,
  portal text not null check (portal ~ '^[a-z]{2,12}$'),
  service text not null check (service ~ '^[a-z0-9][a-z0-9-]*$'),
  -- Key of the municipality, and who answers there for the service as last shown.
  place text not null,
  authority_id uuid not null,
  authority text not null,
  -- The form as it was when the draft was begun; it goes on with this one.
  form_version_id uuid not null references hall.pack_version,
  language text not null check (language in ('de', 'fr', 'it', 'en')),
  -- How surely the one who last worked on it was known.
  level text not null check (level in ('none', 'low', 'substantial', 'high')),
  person_id uuid,
  -- sha256 of draft and secret, one for each browser that holds it; the oldest go when there are more than five.
  holders bytea[] not null default '{}' check (cardinality(holders) <= 5),
  -- sha256 of the secret in an e-mailed link.
  resume_hash bytea check (octet_length(resume_hash) = 32),
  resume_until timestamptz,
  state text not null default 'open' check (state in ('open', 'sent')),
  -- Counts every change; a page that was shown earlier knows what it was then.
  revision integer not null default 1,
  sealed bytea not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  check ((resume_hash is null) = (resume_until is null)),
  check ((state = 'sent') = (sent_at is not null)),
  check (person_id is not null or cardinality(holders) > 0)
);
create index draft_person on hall.draft (person_id, changed_at desc) where person_id is not null;
create index draft_old on hall.draft (changed_at) where state = 'open';

alter table hall.draft enable row level security;
alter table hall.draft force row level security;

create policy draft_held on hall.draft to hall_app
  using (id = (select hall.draft_id()) and (select hall.kind()) in ('applicant', 'job'))
  with check (id = (select hall.draft_id()) and (select hall.kind()) in ('applicant', 'job'));
create policy draft_own on hall.draft to hall_app
  using (person_id = (select hall.person()) and (select hall.kind()) = 'person')
  with check (person_id = (select hall.person()) and (select hall.kind()) = 'person');
-- The sweep finds what has not been touched for long; it opens nothing.
create policy draft_sweep on hall.draft for select to hall_app
  using ((select hall.kind()) = 'job' and state = 'open' and changed_at < now() - interval '7 days');

grant select, insert, update, delete on hall.draft to hall_app;
