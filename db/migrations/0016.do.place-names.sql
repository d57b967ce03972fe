-- Official names in each language, where there are several (cantons, federations), and other names under which people
-- know a place: Genf, Saint-Gall, Glarona.

alter table hall.authority add column names jsonb check (jsonb_typeof(names) = 'object');
alter table hall.authority add column other_names text[];
