-- National readers have no right on any table of doctors: counts come from this function, small groups hidden.
grant select on score to tandem_search;
drop policy if exists search on score;
create policy search on score for select to tandem_search using (true);

create or replace function tandem.national_counts()
returns table (fund_id integer, zone text, is_gp boolean, verdict text, doctors bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.fund_id, s.zone, s.is_gp, s.verdict, case when count(*) < 11 then null else count(*) end
  from score s group by 1, 2, 3, 4
$$;
do $$
begin
  execute 'grant create on schema tandem to tandem_search';
  execute 'alter function tandem.national_counts() owner to tandem_search';
  execute 'revoke create on schema tandem from tandem_search';
end $$;
revoke all on function tandem.national_counts() from public;
grant execute on function tandem.national_counts() to tandem_national, tandem_all;
