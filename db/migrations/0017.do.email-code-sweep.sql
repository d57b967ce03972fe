-- Codes of addresses that were confirmed, or never will be: a day after they end nobody asks for them any more.
create policy email_code_sweep_find on hall.email_code for select to hall_app
  using ((select hall.kind()) = 'job' and expires_at < now() - interval '1 day');
create policy email_code_sweep on hall.email_code for delete to hall_app
  using ((select hall.kind()) = 'job' and expires_at < now() - interval '1 day');
create index email_code_expires on hall.email_code (expires_at);
