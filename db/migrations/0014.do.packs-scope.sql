-- A clerk's overlay applies to the clerk's own authority, by its scope too: `authority_id` alone said who wrote it, not
-- where it holds.

drop policy pack_version_clerk on hall.pack_version;
create policy pack_version_clerk on hall.pack_version for insert to hall_app with check (
  (select hall.kind()) = 'staff' and origin = 'overlay' and kind in ('service', 'authority')
  and authority_id = (select hall.authority()) and written_by = (select hall.person())
  and scope = (select 'authority:' || a.key from hall.authority a where a.id = (select hall.authority()))
);
create index pack_version_of_authority on hall.pack_version (authority_id, written_at desc) where origin = 'overlay';
drop index hall.pack_version_authority;
