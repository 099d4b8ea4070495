-- One role a scope (see act-as.ts). None logs in, none owns anything, none bypasses policies.
do $$
declare wanted text;
begin
  foreach wanted in array array['tandem_door', 'tandem_sector', 'tandem_fund', 'tandem_funds', 'tandem_all',
                                'tandem_admin', 'tandem_national', 'tandem_search'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then null; -- roles belong to the whole server
    end;
    execute format('grant %I to current_user', wanted);
  end loop;
end $$;

create schema if not exists tandem;
grant usage on schema public, tandem to tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin,
  tandem_national, tandem_search;

-- The actor, as set for this transaction by act-as.ts. A setting that ended reads '' and not null.
create or replace function tandem.actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('tandem.actor', true), '')::uuid;
create or replace function tandem.fund() returns integer language sql stable parallel safe
  return nullif(current_setting('tandem.fund', true), '')::integer;
create or replace function tandem.funds() returns integer[] language sql stable parallel safe
  return coalesce(nullif(current_setting('tandem.funds', true), ''), '{}')::integer[];
create or replace function tandem.sectors() returns integer[] language sql stable parallel safe
  return coalesce(nullif(current_setting('tandem.sectors', true), ''), '{}')::integer[];

-- Names of towns as they are compared, here and in app/doctors/names.ts: no accent, no CEDEX, "St" and "Ste" written out.
create or replace function tandem.folded_town(town text) returns text language sql stable parallel safe as $$
  select regexp_replace(regexp_replace(regexp_replace(
    trim(regexp_replace(lower(public.unaccent(town)), '[^a-z0-9]+', ' ', 'g')),
    ' cedex( \d+)?$', ''), '\mste\M', 'sainte', 'g'), '\mst\M', 'saint', 'g')
$$;
