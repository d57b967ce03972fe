-- Messages between an authority and the people of a case, and mail on its way out.

-- What was written is sealed under the key of the case. Who takes part in the case sees it, and nobody else.
create table hall.message (
  id uuid primary key,
  case_id uuid not null,
  authority_id uuid not null,
  -- Whose mailbox it lies in; null for who has no account and reads it with number and code.
  person_id uuid,
  direction text not null check (direction in ('from-authority', 'from-person')),
  -- Subject, text and ids of files.
  sealed bytea not null check (octet_length(sealed) <= 200000),
  wants_answer boolean not null,
  written_at timestamptz not null,
  -- When the person was told by e-mail that it is there.
  notified_at timestamptz,
  read_at timestamptz,
  answered_at timestamptz,
  check (not wants_answer or direction = 'from-authority')
);
create index message_person on hall.message (person_id, written_at desc, id desc) where person_id is not null;
create index message_case on hall.message (case_id, written_at);
create index message_unread on hall.message (person_id)
  where person_id is not null and direction = 'from-authority' and read_at is null;

-- A mail to one address, sealed under a secret of the installation. Jobs carry the id only. What was sent is emptied at
-- once, or in development after some days (it is shown at /dev/outbox); what could not be sent is given up and emptied.
create table hall.outgoing_mail (
  id uuid primary key,
  sealed bytea check (octet_length(sealed) <= 200000),
  written_at timestamptz not null,
  -- Who sends it has it until then; a sender that died lets go by itself.
  held_until timestamptz,
  sent_at timestamptz
);
create index outgoing_mail_written on hall.outgoing_mail (written_at);

alter table hall.message enable row level security;
alter table hall.message force row level security;
alter table hall.outgoing_mail enable row level security;
alter table hall.outgoing_mail force row level security;

create policy message_mine on hall.message to hall_app using (
  (person_id = (select hall.person()) and (select hall.kind()) = 'person')
  or case_id = (select hall.case_id())
  or case_id = any (array(select hall.my_cases()))
);

-- Anybody's deed may lead to a mail; only jobs, and the page of sent mail in development, see what lies there.
create policy outgoing_mail_write on hall.outgoing_mail for insert to hall_app
  with check ((select hall.kind()) is not null);
create policy outgoing_mail_send on hall.outgoing_mail to hall_app using ((select hall.kind()) = 'job');

grant select, insert, delete on hall.message to hall_app;
grant update (notified_at, read_at, answered_at) on hall.message to hall_app;
grant select, insert, delete on hall.outgoing_mail to hall_app;
grant update (sealed, held_until, sent_at) on hall.outgoing_mail to hall_app;
