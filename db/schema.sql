-- Written by `npm run db:dump` out of the catalogue of a migrated database. Read it as a diff.

-- functions

CREATE OR REPLACE FUNCTION hall.acting_for()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('hall.acting_for', true), '')::uuid $function$
CREATE OR REPLACE FUNCTION hall.authority()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('hall.authority', true), '')::uuid $function$
CREATE OR REPLACE FUNCTION hall.case_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('hall.case', true), '')::uuid $function$
CREATE OR REPLACE FUNCTION hall.case_token()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('hall.case_token', true), '')::uuid $function$
CREATE OR REPLACE FUNCTION hall.code_key()
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select decode(nullif(current_setting('hall.code_key', true), ''), 'hex') $function$
CREATE OR REPLACE FUNCTION hall.content_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update hall.content_revision set revision = revision + 1;
  return null;
end $function$
CREATE OR REPLACE FUNCTION hall.draft_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('hall.draft', true), '')::uuid $function$
CREATE OR REPLACE FUNCTION hall.is_backup()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('hall.backup', true), '') = 'on' $function$
CREATE OR REPLACE FUNCTION hall.kind()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('hall.kind', true), '') $function$
CREATE OR REPLACE FUNCTION hall.login_key()
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select decode(nullif(current_setting('hall.login', true), ''), 'hex') $function$
CREATE OR REPLACE FUNCTION hall.my_cases()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select hall.case_id() where hall.case_id() is not null
  union all
  select case_id from hall.case_person where person_id = hall.person() and hall.kind() = 'person'
  union all
  select case_id from hall.case_person where draft_id = hall.draft_id()
  union all
  select case_id from hall.case_authority where authority_id = hall.authority() and hall.kind() = 'staff'
$function$
CREATE OR REPLACE FUNCTION hall.my_few_cases()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select hall.case_id() where hall.case_id() is not null
  union all
  select case_id from hall.case_person where person_id = hall.person() and hall.kind() = 'person'
  union all
  select case_id from hall.case_person where draft_id = hall.draft_id()
  union all
  select case_id from hall.case_authority
   where authority_id = hall.authority() and not is_lead and hall.kind() = 'staff'
$function$
CREATE OR REPLACE FUNCTION hall.person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('hall.person', true), '')::uuid $function$
CREATE OR REPLACE FUNCTION hall.session_key()
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select decode(nullif(current_setting('hall.session', true), ''), 'hex') $function$

-- tables

account · row-level security, forced · owner hall_owner
    id uuid not null
    portal text not null
    kind text not null
    opened_at timestamp with time zone not null
application · row-level security, forced · owner hall_owner
    case_id uuid not null
    authority_id uuid not null
    sealed bytea not null
audit_detail · row-level security, forced · owner hall_owner
    chain text not null
    number bigint not null
    salt bytea not null
    details jsonb not null
audit_entry · row-level security, forced · owner hall_owner
    chain text not null
    number bigint not null
    at timestamp with time zone not null
    act text not null
    actor_kind text not null
    actor_id uuid
    acting_for uuid
    authority_id uuid
    subject_kind text
    subject_id uuid
    person_id uuid
    details_hash bytea
    hash bytea not null
audit_head · row-level security, forced · owner hall_owner
    chain text not null
    number bigint not null
    hash bytea not null
authority · row-level security, forced · owner hall_owner
    id uuid not null
    key text not null
    kind text not null
    country text not null
    region text not null
    name text not null
    designation text
    parents text[] not null
    language text
    population integer
    valid_from date
    valid_to date
    has_ended boolean not null default false
    successor text
    names jsonb
    other_names text[]
case_authority · row-level security, forced · owner hall_owner
    case_id uuid not null
    authority_id uuid not null
    is_lead boolean not null
    number text not null
    service text not null
    status text not null
    is_open boolean not null generated always as (status <> ALL (ARRAY['closed'::text, 'withdrawn'::text]))
    received_at timestamp with time zone not null
    due_on date not null
    assignee_id uuid
    label bytea not null
    wrapped_key bytea not null
    told_at timestamp with time zone
case_event · row-level security, forced · owner hall_owner
    case_id uuid not null
    number integer not null
    authority_id uuid not null
    at timestamp with time zone not null
    kind text not null
    actor_kind text not null
    actor_id uuid
    refs jsonb not null
    sealed bytea
case_note · row-level security, forced · owner hall_owner
    id uuid not null
    case_id uuid not null
    authority_id uuid not null
    author_id uuid not null
    written_at timestamp with time zone not null
    sealed bytea not null
case_person · row-level security, forced · owner hall_owner
    case_id uuid not null
    draft_id uuid not null
    person_id uuid
case_record · row-level security, forced · owner hall_owner
    id uuid not null
    number text not null
    draft_id uuid not null
    token uuid not null
    portal text not null
    service text not null
    authority_id uuid not null
    person_id uuid
    form_version_id uuid not null
    pinned jsonb not null
    language text not null
    level text not null
    delivery text not null
    status text not null
    outcome text
    revision integer not null
    received_at timestamp with time zone not null
    due_on date not null
    delivered_at timestamp with time zone
case_term · row-level security, forced · owner hall_owner
    authority_id uuid not null
    term bytea not null
    case_id uuid not null
content_revision · row-level security, forced · owner hall_owner
    only_row boolean not null default true
    revision bigint not null
    imported_hash bytea
data_key · row-level security, forced · owner hall_owner
    id uuid not null
    draft_id uuid
    case_id uuid
    authority_id uuid not null
    person_id uuid
    wrapped bytea not null
    created_at timestamp with time zone not null
document_code · row-level security, forced · owner hall_owner
    code_hash bytea not null
    document_id uuid not null
    case_id uuid not null
    authority_id uuid not null
    sealed_statement bytea not null
    issued_at timestamp with time zone not null
    revoked_at timestamp with time zone
draft · row-level security, forced · owner hall_owner
    id uuid not null
    portal text not null
    service text not null
    place text not null
    authority_id uuid not null
    authority text not null
    form_version_id uuid not null
    language text not null
    level text not null
    person_id uuid
    holders bytea[] not null default '{}'::bytea[]
    resume_hash bytea
    resume_until timestamp with time zone
    state text not null default 'open'::text
    revision integer not null default 1
    sealed bytea not null
    created_at timestamp with time zone not null
    changed_at timestamp with time zone not null
    sent_at timestamp with time zone
email_code · row-level security, forced · owner hall_owner
    subject_id uuid not null
    purpose text not null
    address_hash bytea not null
    code_hash bytea not null
    tries integer not null
    sendings integer not null
    window_began_at timestamp with time zone not null
    expires_at timestamp with time zone not null
    confirmed_at timestamp with time zone
feedback · row-level security, forced · owner hall_owner
    id uuid not null
    portal text not null
    language text not null
    page text not null
    found boolean
    comment text
    written_at timestamp with time zone not null
file · row-level security, forced · owner hall_owner
    id uuid not null
    draft_id uuid
    case_id uuid
    person_id uuid
    kind text not null
    field text
    sealed_facts bytea not null
    type text not null
    size_bytes bigint not null
    state text not null
    reason text
    stored_at timestamp with time zone not null
file_place · row-level security, forced · owner hall_owner
    id uuid not null
locality · row-level security, forced · owner hall_owner
    authority_id uuid not null
    position smallint not null
    postcode text not null
    place text not null
login · row-level security, forced · owner hall_owner
    key bytea not null
    account_id uuid not null
    provider text not null
    first_at timestamp with time zone not null
    last_at timestamp with time zone not null
message · row-level security, forced · owner hall_owner
    id uuid not null
    case_id uuid not null
    authority_id uuid not null
    person_id uuid
    direction text not null
    sealed bytea not null
    wants_answer boolean not null
    written_at timestamp with time zone not null
    notified_at timestamp with time zone
    read_at timestamp with time zone
    answered_at timestamp with time zone
notice · row-level security, forced · owner hall_owner
    id uuid not null
    portal text
    kind text not null
    text jsonb not null
    shown_from timestamp with time zone not null
    shown_until timestamp with time zone
    set_at timestamp with time zone not null
    set_by uuid not null
    ended_at timestamp with time zone
outbox · row-level security, forced · owner hall_owner
    id uuid not null
    job text not null
    payload jsonb not null default '{}'::jsonb
    written_at timestamp with time zone not null default now()
outgoing_mail · row-level security, forced · owner hall_owner
    id uuid not null
    sealed bytea
    written_at timestamp with time zone not null
    held_until timestamp with time zone
    sent_at timestamp with time zone
pack_version · row-level security, forced · owner hall_owner
    id uuid not null
    kind text not null
    key text not null
    scope text not null
    origin text not null
    number integer not null
    based_on integer
    authority_id uuid
    definition jsonb not null
    hash bytea not null
    written_at timestamp with time zone not null
    written_by uuid
    withdrawn boolean not null default false
profile_attribute · row-level security, forced · owner hall_owner
    account_id uuid not null
    name text not null
    sealed bytea not null
    source text not null
    level text not null
    verified_at timestamp with time zone not null
register_import · row-level security, forced · owner hall_owner
    register text not null
    hash bytea not null
schema_migration · NO row-level security · owner hall_owner
    version bigint not null
    name text
    md5 text
    run_at timestamp with time zone
session · row-level security, forced · owner hall_owner
    id bytea not null
    account_id uuid not null
    portal text not null
    area text not null
    level text not null
    authority_id uuid
    role text
    sealed_name bytea not null
    created_at timestamp with time zone not null
    seen_at timestamp with time zone not null
staff_membership · row-level security, forced · owner hall_owner
    account_id uuid not null
    authority_id uuid
    role text not null
    sealed_name bytea not null
    confirmed_at timestamp with time zone not null
worker_report · row-level security, forced · owner hall_owner
    only_row boolean not null default true
    reported_at timestamp with time zone not null
    outbox_waiting integer not null
    queue_waiting integer not null
    retried integer not null
    failed integer not null
    failed_jobs jsonb not null

-- constraints

account: account_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'staff'::text])))
account: account_pkey PRIMARY KEY (id)
account: account_portal_check CHECK ((portal ~ '^[a-z]{2,12}$'::text))
application: application_case_id_authority_id_fkey FOREIGN KEY (case_id, authority_id) REFERENCES case_authority(case_id, authority_id) ON DELETE CASCADE
application: application_pkey PRIMARY KEY (case_id)
audit_detail: audit_detail_chain_number_fkey FOREIGN KEY (chain, number) REFERENCES audit_entry(chain, number)
audit_detail: audit_detail_pkey PRIMARY KEY (chain, number)
audit_detail: audit_detail_salt_check CHECK ((octet_length(salt) = 32))
audit_entry: audit_entry_act_check CHECK ((act ~ '^[a-z][a-z.-]+$'::text))
audit_entry: audit_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['anonymous'::text, 'applicant'::text, 'person'::text, 'staff'::text, 'operator'::text, 'job'::text, 'application'::text])))
audit_entry: audit_entry_details_hash_check CHECK ((octet_length(details_hash) = 32))
audit_entry: audit_entry_hash_check CHECK ((octet_length(hash) = 32))
audit_entry: audit_entry_number_check CHECK ((number > 0))
audit_entry: audit_entry_pkey PRIMARY KEY (chain, number)
audit_head: audit_head_hash_check CHECK ((octet_length(hash) = 32))
audit_head: audit_head_number_check CHECK ((number >= 0))
audit_head: audit_head_pkey PRIMARY KEY (chain)
authority: authority_check CHECK ((successor <> key))
authority: authority_check1 CHECK (((valid_from IS NULL) OR (valid_to IS NULL) OR (valid_from < valid_to)))
authority: authority_check2 CHECK (((valid_to IS NULL) OR has_ended))
authority: authority_country_check CHECK ((country = ANY (ARRAY['ch'::text, 'de'::text])))
authority: authority_key_check CHECK ((key ~ '^(ch|de)(-[a-z0-9-]+)?$'::text))
authority: authority_key_key UNIQUE (key)
authority: authority_kind_check CHECK ((kind = ANY (ARRAY['federation'::text, 'region'::text, 'district'::text, 'association'::text, 'municipality'::text])))
authority: authority_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'it'::text, 'rm'::text])))
authority: authority_name_check CHECK ((name <> ''::text))
authority: authority_names_check CHECK ((jsonb_typeof(names) = 'object'::text))
authority: authority_pkey PRIMARY KEY (id)
authority: authority_population_check CHECK ((population >= 0))
authority: authority_region_check CHECK ((region ~ '^([A-Z]{2}|[0-9]{2})?$'::text))
case_authority: case_authority_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_record(id) ON DELETE CASCADE
case_authority: case_authority_pkey PRIMARY KEY (case_id, authority_id)
case_authority: case_authority_status_check CHECK ((status = ANY (ARRAY['received'::text, 'in-progress'::text, 'waiting'::text, 'decided'::text, 'ready'::text, 'closed'::text, 'withdrawn'::text])))
case_authority: case_authority_wrapped_key_check CHECK (((octet_length(wrapped_key) >= 40) AND (octet_length(wrapped_key) <= 400)))
case_event: case_event_case_id_authority_id_fkey FOREIGN KEY (case_id, authority_id) REFERENCES case_authority(case_id, authority_id) ON DELETE CASCADE
case_event: case_event_kind_check CHECK ((kind ~ '^[a-z][a-z-]+$'::text))
case_event: case_event_number_check CHECK ((number > 0))
case_event: case_event_pkey PRIMARY KEY (case_id, number)
case_note: case_note_case_id_authority_id_fkey FOREIGN KEY (case_id, authority_id) REFERENCES case_authority(case_id, authority_id) ON DELETE CASCADE
case_note: case_note_pkey PRIMARY KEY (id)
case_person: case_person_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_record(id) ON DELETE CASCADE
case_person: case_person_draft_id_key UNIQUE (draft_id)
case_person: case_person_pkey PRIMARY KEY (case_id)
case_record: case_record_check CHECK (((status <> 'closed'::text) OR ((outcome IS NOT NULL) AND (delivered_at IS NOT NULL))))
case_record: case_record_check1 CHECK (((status <> ALL (ARRAY['decided'::text, 'ready'::text])) OR (outcome IS NOT NULL)))
case_record: case_record_delivery_check CHECK ((delivery = ANY (ARRAY['mailbox'::text, 'post'::text, 'after-check'::text])))
case_record: case_record_draft_id_key UNIQUE (draft_id)
case_record: case_record_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'it'::text, 'en'::text])))
case_record: case_record_level_check CHECK ((level = ANY (ARRAY['none'::text, 'low'::text, 'substantial'::text, 'high'::text])))
case_record: case_record_number_check CHECK ((number ~ '^[A-Z]{2}-[0-9]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$'::text))
case_record: case_record_number_key UNIQUE (number)
case_record: case_record_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text])))
case_record: case_record_pkey PRIMARY KEY (id)
case_record: case_record_revision_check CHECK ((revision > 0))
case_record: case_record_status_check CHECK ((status = ANY (ARRAY['received'::text, 'in-progress'::text, 'waiting'::text, 'decided'::text, 'ready'::text, 'closed'::text, 'withdrawn'::text])))
case_record: case_record_token_key UNIQUE (token)
case_term: case_term_case_id_authority_id_fkey FOREIGN KEY (case_id, authority_id) REFERENCES case_authority(case_id, authority_id) ON DELETE CASCADE
case_term: case_term_pkey PRIMARY KEY (authority_id, term, case_id)
case_term: case_term_term_check CHECK ((octet_length(term) = 8))
content_revision: content_revision_imported_hash_check CHECK ((octet_length(imported_hash) = 32))
content_revision: content_revision_only_row_check CHECK (only_row)
content_revision: content_revision_pkey PRIMARY KEY (only_row)
data_key: data_key_case_id_key UNIQUE (case_id)
data_key: data_key_check CHECK (((draft_id IS NOT NULL) OR (case_id IS NOT NULL)))
data_key: data_key_draft_id_key UNIQUE (draft_id)
data_key: data_key_pkey PRIMARY KEY (id)
data_key: data_key_wrapped_check CHECK (((octet_length(wrapped) >= 40) AND (octet_length(wrapped) <= 400)))
document_code: document_code_code_hash_check CHECK ((octet_length(code_hash) = 32))
document_code: document_code_pkey PRIMARY KEY (code_hash)
draft: draft_check CHECK (((resume_hash IS NULL) = (resume_until IS NULL)))
draft: draft_check1 CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL)))
draft: draft_check2 CHECK (((person_id IS NOT NULL) OR (cardinality(holders) > 0)))
draft: draft_form_version_id_fkey FOREIGN KEY (form_version_id) REFERENCES pack_version(id)
draft: draft_holders_check CHECK ((cardinality(holders) <= 5))
draft: draft_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'it'::text, 'en'::text])))
draft: draft_level_check CHECK ((level = ANY (ARRAY['none'::text, 'low'::text, 'substantial'::text, 'high'::text])))
draft: draft_pkey PRIMARY KEY (id)
draft: draft_portal_check CHECK ((portal ~ '^[a-z]{2,12}$'::text))
draft: draft_resume_hash_check CHECK ((octet_length(resume_hash) = 32))
draft: draft_service_check CHECK ((service ~ '^[a-z0-9][a-z0-9-]*$'::text))
draft: draft_state_check CHECK ((state = ANY (ARRAY['open'::text, 'sent'::text])))
email_code: email_code_address_hash_check CHECK ((octet_length(address_hash) = 32))
email_code: email_code_code_hash_check CHECK ((octet_length(code_hash) = 32))
email_code: email_code_pkey PRIMARY KEY (subject_id, purpose)
email_code: email_code_purpose_check CHECK ((purpose ~ '^[a-z-]+$'::text))
email_code: email_code_sendings_check CHECK (((sendings >= 1) AND (sendings <= 5)))
email_code: email_code_tries_check CHECK (((tries >= 0) AND (tries <= 10)))
feedback: feedback_check CHECK (((found IS NOT NULL) OR (comment IS NOT NULL)))
feedback: feedback_comment_check CHECK (((char_length(comment) >= 1) AND (char_length(comment) <= 2000)))
feedback: feedback_language_check CHECK ((language ~ '^[a-z]{2}$'::text))
feedback: feedback_page_check CHECK (((page ~ '^/'::text) AND (octet_length(page) <= 400)))
feedback: feedback_pkey PRIMARY KEY (id)
feedback: feedback_portal_check CHECK ((portal ~ '^[a-z][a-z0-9-]{0,30}$'::text))
file: file_check CHECK (((draft_id IS NOT NULL) OR (case_id IS NOT NULL)))
file: file_field_check CHECK ((octet_length(field) <= 200))
file: file_kind_check CHECK ((kind = ANY (ARRAY['upload'::text, 'letter'::text, 'receipt'::text])))
file: file_pkey PRIMARY KEY (id)
file: file_reason_check CHECK ((reason ~ '^[a-z-]+$'::text))
file: file_size_bytes_check CHECK ((size_bytes >= 0))
file: file_state_check CHECK ((state = ANY (ARRAY['quarantined'::text, 'clean'::text, 'refused'::text])))
file: file_type_check CHECK ((type ~ '^[a-z]+/[a-z0-9.+-]+$'::text))
file_place: file_place_id_fkey FOREIGN KEY (id) REFERENCES file(id) ON DELETE CASCADE
file_place: file_place_pkey PRIMARY KEY (id)
locality: locality_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id) ON DELETE CASCADE
locality: locality_pkey PRIMARY KEY (authority_id, "position")
locality: locality_postcode_check CHECK ((postcode ~ '^[0-9]{4,5}$'::text))
login: login_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
login: login_key_check CHECK ((octet_length(key) = 32))
login: login_pkey PRIMARY KEY (key)
message: message_check CHECK (((NOT wants_answer) OR (direction = 'from-authority'::text)))
message: message_direction_check CHECK ((direction = ANY (ARRAY['from-authority'::text, 'from-person'::text])))
message: message_pkey PRIMARY KEY (id)
message: message_sealed_check CHECK ((octet_length(sealed) <= 200000))
notice: notice_check CHECK (((shown_until IS NULL) OR (shown_until > shown_from)))
notice: notice_kind_check CHECK ((kind = ANY (ARRAY['information'::text, 'outage'::text])))
notice: notice_pkey PRIMARY KEY (id)
notice: notice_portal_check CHECK ((portal ~ '^[a-z][a-z0-9-]{0,30}$'::text))
notice: notice_text_check CHECK (((jsonb_typeof(text) = 'object'::text) AND (text <> '{}'::jsonb) AND (octet_length((text)::text) <= 8000)))
outbox: outbox_job_check CHECK ((job ~ '^[a-z][a-z-]+$'::text))
outbox: outbox_pkey PRIMARY KEY (id)
outgoing_mail: outgoing_mail_pkey PRIMARY KEY (id)
outgoing_mail: outgoing_mail_sealed_check CHECK ((octet_length(sealed) <= 200000))
pack_version: pack_version_hash_check CHECK ((octet_length(hash) = 32))
pack_version: pack_version_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9-]*$'::text))
pack_version: pack_version_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'form'::text, 'authority'::text, 'portal'::text])))
pack_version: pack_version_kind_key_scope_origin_number_key UNIQUE (kind, key, scope, origin, number)
pack_version: pack_version_number_check CHECK ((number > 0))
pack_version: pack_version_origin_check CHECK ((origin = ANY (ARRAY['files'::text, 'overlay'::text])))
pack_version: pack_version_pkey PRIMARY KEY (id)
pack_version: pack_version_scope_check CHECK (((scope = 'federation'::text) OR (scope ~ '^(portal|authority):[a-z0-9-]+$'::text)))
profile_attribute: profile_attribute_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
profile_attribute: profile_attribute_level_check CHECK ((level = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text])))
profile_attribute: profile_attribute_name_check CHECK ((name ~ '^[a-z][A-Za-z]+$'::text))
profile_attribute: profile_attribute_pkey PRIMARY KEY (account_id, name)
register_import: register_import_hash_check CHECK ((octet_length(hash) = 32))
register_import: register_import_pkey PRIMARY KEY (register)
schema_migration: schema_migration_pkey PRIMARY KEY (version)
session: session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
session: session_area_check CHECK ((area = ANY (ARRAY['portal'::text, 'workbench'::text])))
session: session_check CHECK (((area = 'workbench'::text) OR (role IS NULL)))
session: session_id_check CHECK ((octet_length(id) = 32))
session: session_level_check CHECK ((level = ANY (ARRAY['low'::text, 'substantial'::text, 'high'::text])))
session: session_pkey PRIMARY KEY (id)
session: session_role_check CHECK ((role = ANY (ARRAY['caseworker'::text, 'lead'::text, 'read-only'::text, 'clerk'::text, 'auditor'::text, 'operator'::text])))
staff_membership: staff_membership_account_id_authority_id_role_key UNIQUE NULLS NOT DISTINCT (account_id, authority_id, role)
staff_membership: staff_membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
staff_membership: staff_membership_check CHECK (((role = 'operator'::text) = (authority_id IS NULL)))
staff_membership: staff_membership_role_check CHECK ((role = ANY (ARRAY['caseworker'::text, 'lead'::text, 'read-only'::text, 'clerk'::text, 'auditor'::text, 'operator'::text])))
worker_report: worker_report_failed_check CHECK ((failed >= 0))
worker_report: worker_report_failed_jobs_check CHECK ((jsonb_typeof(failed_jobs) = 'array'::text))
worker_report: worker_report_only_row_check CHECK (only_row)
worker_report: worker_report_outbox_waiting_check CHECK ((outbox_waiting >= 0))
worker_report: worker_report_pkey PRIMARY KEY (only_row)
worker_report: worker_report_queue_waiting_check CHECK ((queue_waiting >= 0))
worker_report: worker_report_retried_check CHECK ((retried >= 0))

-- indexes

CREATE INDEX audit_entry_person ON hall.audit_entry USING btree (person_id, at DESC) WHERE (person_id IS NOT NULL)
CREATE INDEX audit_entry_subject ON hall.audit_entry USING btree (subject_id, at DESC)
CREATE INDEX case_authority_beside ON hall.case_authority USING btree (authority_id) WHERE (NOT is_lead)
CREATE INDEX case_authority_closed ON hall.case_authority USING btree (authority_id, received_at DESC, case_id DESC) WHERE (NOT is_open)
CREATE INDEX case_authority_due ON hall.case_authority USING btree (authority_id, due_on, case_id) WHERE is_open
CREATE INDEX case_authority_mine ON hall.case_authority USING btree (authority_id, assignee_id, due_on, case_id) WHERE (is_open AND (assignee_id IS NOT NULL))
CREATE INDEX case_authority_newest ON hall.case_authority USING btree (authority_id, received_at DESC, case_id DESC) WHERE is_open
CREATE INDEX case_authority_pending ON hall.case_authority USING btree (authority_id, status, due_on, case_id) WHERE (is_open AND (status = ANY (ARRAY['waiting'::text, 'ready'::text])))
CREATE INDEX case_authority_unassigned ON hall.case_authority USING btree (authority_id, due_on, case_id) WHERE (is_open AND (assignee_id IS NULL))
CREATE INDEX case_note_case ON hall.case_note USING btree (case_id, written_at)
CREATE INDEX case_person_person ON hall.case_person USING btree (person_id) WHERE (person_id IS NOT NULL)
CREATE INDEX case_record_person ON hall.case_record USING btree (person_id, received_at DESC, id DESC) WHERE (person_id IS NOT NULL)
CREATE INDEX case_term_case ON hall.case_term USING btree (case_id, authority_id)
CREATE INDEX data_key_person ON hall.data_key USING btree (person_id) WHERE (person_id IS NOT NULL)
CREATE INDEX document_code_case ON hall.document_code USING btree (case_id)
CREATE INDEX document_code_document ON hall.document_code USING btree (document_id)
CREATE INDEX draft_old ON hall.draft USING btree (changed_at) WHERE (state = 'open'::text)
CREATE INDEX draft_person ON hall.draft USING btree (person_id, changed_at DESC) WHERE (person_id IS NOT NULL)
CREATE INDEX email_code_expires ON hall.email_code USING btree (expires_at)
CREATE INDEX feedback_written ON hall.feedback USING btree (written_at)
CREATE INDEX file_case ON hall.file USING btree (case_id) WHERE (case_id IS NOT NULL)
CREATE INDEX file_draft ON hall.file USING btree (draft_id) WHERE (draft_id IS NOT NULL)
CREATE INDEX login_account ON hall.login USING btree (account_id)
CREATE INDEX message_case ON hall.message USING btree (case_id, written_at)
CREATE INDEX message_person ON hall.message USING btree (person_id, written_at DESC, id DESC) WHERE (person_id IS NOT NULL)
CREATE INDEX message_unread ON hall.message USING btree (person_id) WHERE ((person_id IS NOT NULL) AND (direction = 'from-authority'::text) AND (read_at IS NULL))
CREATE INDEX notice_open ON hall.notice USING btree (shown_from) WHERE (ended_at IS NULL)
CREATE INDEX outgoing_mail_written ON hall.outgoing_mail USING btree (written_at)
CREATE INDEX pack_version_of_authority ON hall.pack_version USING btree (authority_id, written_at DESC) WHERE (origin = 'overlay'::text)
CREATE INDEX session_account ON hall.session USING btree (account_id)
CREATE INDEX session_created ON hall.session USING btree (created_at)
CREATE INDEX staff_membership_authority ON hall.staff_membership USING btree (authority_id)
CREATE UNIQUE INDEX account_pkey ON hall.account USING btree (id)
CREATE UNIQUE INDEX application_pkey ON hall.application USING btree (case_id)
CREATE UNIQUE INDEX audit_detail_pkey ON hall.audit_detail USING btree (chain, number)
CREATE UNIQUE INDEX audit_entry_pkey ON hall.audit_entry USING btree (chain, number)
CREATE UNIQUE INDEX audit_head_pkey ON hall.audit_head USING btree (chain)
CREATE UNIQUE INDEX authority_key_key ON hall.authority USING btree (key)
CREATE UNIQUE INDEX authority_pkey ON hall.authority USING btree (id)
CREATE UNIQUE INDEX case_authority_pkey ON hall.case_authority USING btree (case_id, authority_id)
CREATE UNIQUE INDEX case_event_pkey ON hall.case_event USING btree (case_id, number)
CREATE UNIQUE INDEX case_note_pkey ON hall.case_note USING btree (id)
CREATE UNIQUE INDEX case_person_draft_id_key ON hall.case_person USING btree (draft_id)
CREATE UNIQUE INDEX case_person_pkey ON hall.case_person USING btree (case_id)
CREATE UNIQUE INDEX case_record_draft_id_key ON hall.case_record USING btree (draft_id)
CREATE UNIQUE INDEX case_record_number_key ON hall.case_record USING btree (number)
CREATE UNIQUE INDEX case_record_pkey ON hall.case_record USING btree (id)
CREATE UNIQUE INDEX case_record_token_key ON hall.case_record USING btree (token)
CREATE UNIQUE INDEX case_term_pkey ON hall.case_term USING btree (authority_id, term, case_id)
CREATE UNIQUE INDEX content_revision_pkey ON hall.content_revision USING btree (only_row)
CREATE UNIQUE INDEX data_key_case_id_key ON hall.data_key USING btree (case_id)
CREATE UNIQUE INDEX data_key_draft_id_key ON hall.data_key USING btree (draft_id)
CREATE UNIQUE INDEX data_key_pkey ON hall.data_key USING btree (id)
CREATE UNIQUE INDEX document_code_pkey ON hall.document_code USING btree (code_hash)
CREATE UNIQUE INDEX draft_pkey ON hall.draft USING btree (id)
CREATE UNIQUE INDEX email_code_pkey ON hall.email_code USING btree (subject_id, purpose)
CREATE UNIQUE INDEX feedback_pkey ON hall.feedback USING btree (id)
CREATE UNIQUE INDEX file_pkey ON hall.file USING btree (id)
CREATE UNIQUE INDEX file_place_pkey ON hall.file_place USING btree (id)
CREATE UNIQUE INDEX locality_pkey ON hall.locality USING btree (authority_id, "position")
CREATE UNIQUE INDEX login_pkey ON hall.login USING btree (key)
CREATE UNIQUE INDEX message_pkey ON hall.message USING btree (id)
CREATE UNIQUE INDEX notice_pkey ON hall.notice USING btree (id)
CREATE UNIQUE INDEX outbox_pkey ON hall.outbox USING btree (id)
CREATE UNIQUE INDEX outgoing_mail_pkey ON hall.outgoing_mail USING btree (id)
CREATE UNIQUE INDEX pack_version_kind_key_scope_origin_number_key ON hall.pack_version USING btree (kind, key, scope, origin, number)
CREATE UNIQUE INDEX pack_version_pkey ON hall.pack_version USING btree (id)
CREATE UNIQUE INDEX profile_attribute_pkey ON hall.profile_attribute USING btree (account_id, name)
CREATE UNIQUE INDEX register_import_pkey ON hall.register_import USING btree (register)
CREATE UNIQUE INDEX schema_migration_pkey ON hall.schema_migration USING btree (version)
CREATE UNIQUE INDEX session_pkey ON hall.session USING btree (id)
CREATE UNIQUE INDEX staff_membership_account_id_authority_id_role_key ON hall.staff_membership USING btree (account_id, authority_id, role) NULLS NOT DISTINCT
CREATE UNIQUE INDEX worker_report_pkey ON hall.worker_report USING btree (only_row)

-- policies

account: account_own for all to hall_app
    using ((id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text))
    with check ((id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text))
account: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
account: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
application: application_apply for insert to hall_app
    with check (case_id = ANY (ARRAY( SELECT p.case_id
   FROM case_person p)))
application: application_read for select to hall_app
    using (((authority_id = ( SELECT authority() AS authority)) AND (( SELECT kind() AS kind) = 'staff'::text)) OR (case_id = ANY (ARRAY( SELECT mine.id
   FROM my_few_cases() mine(id)))))
application: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
application: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
audit_detail: audit_detail_read for select to hall_app
    using (EXISTS ( SELECT
   FROM audit_entry e
  WHERE ((e.chain = audit_detail.chain) AND (e.number = audit_detail.number))))
audit_detail: audit_detail_verify for select to hall_owner
    using true
audit_detail: audit_detail_write for insert to hall_app
    with check (( SELECT kind() AS kind) IS NOT NULL)
audit_detail: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
audit_detail: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
audit_entry: audit_entry_read for select to hall_app
    using (((person_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text)) OR ((( SELECT kind() AS kind) = 'staff'::text) AND (authority_id = ( SELECT authority() AS authority))) OR ((( SELECT kind() AS kind) = 'applicant'::text) AND (subject_id = ( SELECT case_id() AS case_id))))
audit_entry: audit_entry_verify for select to hall_owner
    using true
audit_entry: audit_entry_write for insert to hall_app
    with check ((actor_kind = ( SELECT kind() AS kind)) AND (NOT (actor_id IS DISTINCT FROM ( SELECT person() AS person))))
audit_entry: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
audit_entry: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
audit_head: audit_head_checkpoint for select to hall_worker
    using true
audit_head: audit_head_use for all to hall_app
    using (( SELECT kind() AS kind) IS NOT NULL)
    with check (( SELECT kind() AS kind) IS NOT NULL)
audit_head: audit_head_verify for select to hall_owner
    using true
audit_head: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
audit_head: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
authority: authority_import for all to hall_owner
    using (( SELECT kind() AS kind) = 'job'::text)
    with check (( SELECT kind() AS kind) = 'job'::text)
authority: authority_read for select to hall_app
    using (( SELECT kind() AS kind) IS NOT NULL)
authority: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
authority: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
case_authority: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
case_authority: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
case_authority: case_authority_apply for insert to hall_app
    with check (is_lead AND (case_id = ANY (ARRAY( SELECT p.case_id
   FROM case_person p))))
case_authority: case_authority_few for select to hall_app
    using ((case_id = ( SELECT case_id() AS case_id)) OR (case_id = ANY (ARRAY( SELECT p.case_id
   FROM case_person p))))
case_authority: case_authority_go_on for update to hall_app
    using (((authority_id = ( SELECT authority() AS authority)) AND (( SELECT kind() AS kind) = 'staff'::text)) OR (case_id = ( SELECT case_id() AS case_id)) OR (case_id = ANY (ARRAY( SELECT p.case_id
   FROM case_person p))))
case_authority: case_authority_staff for select to hall_app
    using ((authority_id = ( SELECT authority() AS authority)) AND (( SELECT kind() AS kind) = 'staff'::text))
case_event: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
case_event: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
case_event: case_event_read for select to hall_app
    using (((authority_id = ( SELECT authority() AS authority)) AND (( SELECT kind() AS kind) = 'staff'::text)) OR (case_id = ANY (ARRAY( SELECT mine.id
   FROM my_few_cases() mine(id)))))
case_event: case_event_write for insert to hall_app
    with check ((actor_kind = ( SELECT kind() AS kind)) AND (NOT (actor_id IS DISTINCT FROM ( SELECT person() AS person))) AND (((authority_id = ( SELECT authority() AS authority)) AND (( SELECT kind() AS kind) = 'staff'::text)) OR (case_id = ANY (ARRAY( SELECT mine.id
   FROM my_few_cases() mine(id))))))
case_note: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
case_note: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
case_note: case_note_own_authority for select to hall_app
    using ((authority_id = ( SELECT authority() AS authority)) AND (( SELECT kind() AS kind) = 'staff'::text))
case_note: case_note_write for insert to hall_app
    with check ((authority_id = ( SELECT authority() AS authority)) AND (author_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'staff'::text))
case_person: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
case_person: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
case_person: case_person_apply for insert to hall_app
    with check (((person_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text)) OR ((person_id IS NULL) AND (draft_id = ( SELECT draft_id() AS draft_id)) AND (( SELECT kind() AS kind) = 'applicant'::text)))
case_person: case_person_mine for select to hall_app
    using (((person_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text)) OR (draft_id = ( SELECT draft_id() AS draft_id)) OR (case_id = ( SELECT case_id() AS case_id)))
case_record: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
case_record: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
case_record: case_record_apply for insert to hall_app
    with check (((person_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text)) OR ((person_id IS NULL) AND (draft_id = ( SELECT draft_id() AS draft_id)) AND (( SELECT kind() AS kind) = 'applicant'::text)))
case_record: case_record_by_token for select to hall_app
    using (token = ( SELECT case_token() AS case_token))
case_record: case_record_destroy for delete to hall_app
    using ((id = ( SELECT case_id() AS case_id)) AND (( SELECT kind() AS kind) = 'job'::text) AND (status = ANY (ARRAY['closed'::text, 'withdrawn'::text])))
case_record: case_record_go_on for update to hall_app
    using (((authority_id = ( SELECT authority() AS authority)) AND (( SELECT kind() AS kind) = 'staff'::text)) OR (id = ANY (ARRAY( SELECT mine.id
   FROM my_few_cases() mine(id)))))
case_record: case_record_read for select to hall_app
    using (((authority_id = ( SELECT authority() AS authority)) AND (( SELECT kind() AS kind) = 'staff'::text)) OR (id = ANY (ARRAY( SELECT mine.id
   FROM my_few_cases() mine(id)))))
case_term: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
case_term: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
case_term: case_term_search for select to hall_app
    using ((authority_id = ( SELECT authority() AS authority)) AND (( SELECT kind() AS kind) = 'staff'::text))
case_term: case_term_write for insert to hall_app
    with check (case_id = ANY (ARRAY( SELECT p.case_id
   FROM case_person p)))
content_revision: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
content_revision: backup_revision for update to hall_owner
    using ( SELECT is_backup() AS is_backup)
content_revision: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
content_revision: content_revision_count for update to hall_app
    using (( SELECT kind() AS kind) = 'staff'::text)
    with check (( SELECT kind() AS kind) = 'staff'::text)
content_revision: content_revision_import for all to hall_owner
    using true
    with check true
content_revision: content_revision_read for select to hall_app
    using true
data_key: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
data_key: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
data_key: data_key_mine for all to hall_app
    using ((draft_id = ( SELECT draft_id() AS draft_id)) OR (case_id = ( SELECT case_id() AS case_id)) OR ((person_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text)) OR (EXISTS ( SELECT
   FROM my_cases() mine(id)
  WHERE (mine.id = data_key.case_id))))
document_code: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
document_code: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
document_code: document_code_held for select to hall_app
    using (code_hash = ( SELECT code_key() AS code_key))
document_code: document_code_mine for all to hall_app
    using ((case_id = ( SELECT case_id() AS case_id)) OR (EXISTS ( SELECT
   FROM my_cases() mine(id)
  WHERE (mine.id = document_code.case_id))))
draft: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
draft: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
draft: draft_held for all to hall_app
    using ((id = ( SELECT draft_id() AS draft_id)) AND (( SELECT kind() AS kind) = ANY (ARRAY['applicant'::text, 'job'::text])))
    with check ((id = ( SELECT draft_id() AS draft_id)) AND (( SELECT kind() AS kind) = ANY (ARRAY['applicant'::text, 'job'::text])))
draft: draft_own for all to hall_app
    using ((person_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text))
    with check ((person_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text))
draft: draft_sweep for select to hall_app
    using ((( SELECT kind() AS kind) = 'job'::text) AND (state = 'open'::text) AND (changed_at < (now() - '7 days'::interval)))
email_code: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
email_code: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
email_code: email_code_own for all to hall_app
    using (subject_id = ANY (ARRAY[( SELECT draft_id() AS draft_id), ( SELECT case_id() AS case_id), ( SELECT person() AS person)]))
    with check (subject_id = ANY (ARRAY[( SELECT draft_id() AS draft_id), ( SELECT case_id() AS case_id), ( SELECT person() AS person)]))
email_code: email_code_sweep for delete to hall_app
    using ((( SELECT kind() AS kind) = 'job'::text) AND (expires_at < (now() - '1 day'::interval)))
email_code: email_code_sweep_find for select to hall_app
    using ((( SELECT kind() AS kind) = 'job'::text) AND (expires_at < (now() - '1 day'::interval)))
feedback: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
feedback: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
feedback: feedback_read for select to hall_app
    using (( SELECT kind() AS kind) = 'operator'::text)
feedback: feedback_sweep for delete to hall_app
    using ((( SELECT kind() AS kind) = 'job'::text) AND (written_at < (now() - '1 year'::interval)))
feedback: feedback_sweep_find for select to hall_app
    using ((( SELECT kind() AS kind) = 'job'::text) AND (written_at < (now() - '1 year'::interval)))
feedback: feedback_write for insert to hall_app
    with check (( SELECT kind() AS kind) IS NOT NULL)
file: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
file: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
file: file_mine for all to hall_app
    using ((draft_id = ( SELECT draft_id() AS draft_id)) OR (case_id = ( SELECT case_id() AS case_id)) OR ((person_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text)) OR (EXISTS ( SELECT
   FROM my_cases() mine(id)
  WHERE (mine.id = file.case_id))))
file: file_unscanned for select to hall_app
    using ((( SELECT kind() AS kind) = 'job'::text) AND (state = 'quarantined'::text) AND (stored_at < (now() - '1 day'::interval)))
file_place: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
file_place: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
file_place: file_place_read for select to hall_app
    using (( SELECT kind() AS kind) = 'job'::text)
file_place: file_place_write for insert to hall_app
    with check (EXISTS ( SELECT
   FROM file f
  WHERE (f.id = file_place.id)))
locality: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
locality: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
locality: locality_import for all to hall_owner
    using (( SELECT kind() AS kind) = 'job'::text)
    with check (( SELECT kind() AS kind) = 'job'::text)
locality: locality_read for select to hall_app
    using (( SELECT kind() AS kind) IS NOT NULL)
login: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
login: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
login: login_by_key for select to hall_app
    using (key = ( SELECT login_key() AS login_key))
login: login_own for all to hall_app
    using ((account_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text))
    with check ((account_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text))
message: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
message: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
message: message_mine for all to hall_app
    using (((person_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text)) OR (case_id = ( SELECT case_id() AS case_id)) OR (case_id = ANY (ARRAY( SELECT my_cases() AS my_cases))))
notice: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
notice: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
notice: notice_end for update to hall_app
    using (( SELECT kind() AS kind) = 'operator'::text)
    with check (( SELECT kind() AS kind) = 'operator'::text)
notice: notice_read for select to hall_app
    using (( SELECT kind() AS kind) IS NOT NULL)
notice: notice_set for insert to hall_app
    with check ((( SELECT kind() AS kind) = 'operator'::text) AND (set_by = ( SELECT person() AS person)))
outbox: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
outbox: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
outbox: outbox_move for delete to hall_worker
    using true
outbox: outbox_move_lock for update to hall_worker
    using true
    with check false
outbox: outbox_move_read for select to hall_worker
    using true
outbox: outbox_write for insert to hall_app
    with check (( SELECT kind() AS kind) IS NOT NULL)
outgoing_mail: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
outgoing_mail: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
outgoing_mail: outgoing_mail_send for all to hall_app
    using (( SELECT kind() AS kind) = 'job'::text)
outgoing_mail: outgoing_mail_write for insert to hall_app
    with check (( SELECT kind() AS kind) IS NOT NULL)
pack_version: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
pack_version: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
pack_version: pack_version_clerk for insert to hall_app
    with check ((( SELECT kind() AS kind) = 'staff'::text) AND (origin = 'overlay'::text) AND (kind = ANY (ARRAY['service'::text, 'authority'::text])) AND (authority_id = ( SELECT authority() AS authority)) AND (written_by = ( SELECT person() AS person)) AND (scope = ( SELECT ('authority:'::text || a.key)
   FROM authority a
  WHERE (a.id = ( SELECT authority() AS authority)))))
pack_version: pack_version_import for all to hall_owner
    using true
    with check (origin = 'files'::text)
pack_version: pack_version_read for select to hall_app
    using (( SELECT kind() AS kind) IS NOT NULL)
profile_attribute: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
profile_attribute: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
profile_attribute: profile_own for all to hall_app
    using ((account_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text))
    with check ((account_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text))
register_import: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
register_import: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
register_import: register_import_own for all to hall_owner
    using (( SELECT kind() AS kind) = 'job'::text)
    with check (( SELECT kind() AS kind) = 'job'::text)
session: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
session: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
session: session_begin for insert to hall_app
    with check ((account_id = ( SELECT person() AS person)) AND (( SELECT kind() AS kind) = 'person'::text) AND ((role IS NULL) OR (EXISTS ( SELECT
   FROM staff_membership m
  WHERE ((m.account_id = session.account_id) AND (m.role = session.role) AND (NOT (m.authority_id IS DISTINCT FROM session.authority_id)))))))
session: session_by_key for select to hall_app
    using (id = ( SELECT session_key() AS session_key))
session: session_end for delete to hall_app
    using (id = ( SELECT session_key() AS session_key))
session: session_end_own for delete to hall_app
    using (account_id = ( SELECT person() AS person))
session: session_own for select to hall_app
    using (account_id = ( SELECT person() AS person))
session: session_see for update to hall_app
    using (id = ( SELECT session_key() AS session_key))
session: session_sweep for delete to hall_app
    using ((( SELECT kind() AS kind) = 'job'::text) AND (created_at < (now() - '12:00:00'::interval)))
session: session_sweep_find for select to hall_app
    using ((( SELECT kind() AS kind) = 'job'::text) AND (created_at < (now() - '12:00:00'::interval)))
staff_membership: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
staff_membership: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
staff_membership: membership_colleagues for select to hall_app
    using ((( SELECT kind() AS kind) = 'staff'::text) AND (authority_id = ( SELECT authority() AS authority)))
staff_membership: membership_operator for select to hall_app
    using (( SELECT kind() AS kind) = 'operator'::text)
staff_membership: membership_own for select to hall_app
    using (account_id = ( SELECT person() AS person))
staff_membership: membership_sign_in for all to hall_app
    using ((( SELECT kind() AS kind) = 'job'::text) AND (account_id = ( SELECT person() AS person)))
    with check ((( SELECT kind() AS kind) = 'job'::text) AND (account_id = ( SELECT person() AS person)) AND (NOT (authority_id IS DISTINCT FROM ( SELECT authority() AS authority))))
worker_report: backup_read for select to hall_owner
    using ( SELECT is_backup() AS is_backup)
worker_report: backup_write for insert to hall_owner
    with check ( SELECT is_backup() AS is_backup)
worker_report: worker_report_read for select to hall_app
    using (( SELECT kind() AS kind) = 'operator'::text)
worker_report: worker_report_write for all to hall_worker
    using true
    with check true

-- triggers

CREATE TRIGGER pack_version_changed AFTER INSERT ON hall.pack_version FOR EACH STATEMENT EXECUTE FUNCTION content_changed()

-- grants

account: delete, insert, select to hall_app
application: insert, select to hall_app
audit_detail: insert, select to hall_app
audit_entry: insert, select to hall_app
audit_head: insert, select, update to hall_app
audit_head: select to hall_worker
authority: select to hall_app
case_authority (assignee_id, status, told_at): update to hall_app
case_authority: insert, select to hall_app
case_event: insert, select to hall_app
case_note: insert, select to hall_app
case_person: insert, select to hall_app
case_record (delivered_at, outcome, revision, status): update to hall_app
case_record: delete, insert, select to hall_app
case_term: insert, select to hall_app
content_revision (revision): update to hall_app
content_revision: select to hall_app
data_key (authority_id, case_id, person_id, wrapped): update to hall_app
data_key: delete, insert, select to hall_app
document_code (revoked_at): update to hall_app
document_code: delete, insert, select to hall_app
draft: delete, insert, select, update to hall_app
email_code: delete, insert, select, update to hall_app
feedback: delete, insert, select to hall_app
file (case_id, person_id, reason, state): update to hall_app
file: delete, insert, select to hall_app
file_place: insert, select to hall_app
locality: select to hall_app
login: delete, insert, select, update to hall_app
message (answered_at, notified_at, read_at): update to hall_app
message: delete, insert, select to hall_app
notice (ended_at): update to hall_app
notice: insert, select to hall_app
outbox (id): update to hall_worker
outbox: delete, select to hall_worker
outbox: insert to hall_app
outgoing_mail (held_until, sealed, sent_at): update to hall_app
outgoing_mail: delete, insert, select to hall_app
pack_version: insert, select to hall_app
profile_attribute: delete, insert, select, update to hall_app
session (seen_at): update to hall_app
session: delete, insert, select to hall_app
staff_membership: delete, insert, select, update to hall_app
worker_report: insert, select, update to hall_worker
worker_report: select to hall_app
