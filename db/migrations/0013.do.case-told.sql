-- When the office was told of a withdrawal, so that a job that runs twice tells it once.
alter table hall.case_authority add column told_at timestamptz;
grant update (told_at) on hall.case_authority to hall_app;
