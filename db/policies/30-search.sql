-- Search under row-level security. `like` and `%>` are not leakproof, so a policy would be applied before them and the
-- trigram index would never serve. This function reads the index and applies the actor's own scope beside it; what it
-- returns are numbers, joined by the caller to rows that the policies still guard.
grant select on doctor to tandem_search;
drop policy if exists search on doctor;
create policy search on doctor for select to tandem_search using (true);

create or replace function tandem.scope_condition() returns text language sql stable parallel safe as $$
  select case current_setting('tandem.scope', true)
    when 'sector' then format('sector_id = any (%L::integer[])', current_setting('tandem.sectors', true))
    when 'fund' then format('fund_id = %L::integer', current_setting('tandem.fund', true))
    when 'funds' then format('fund_id = any (%L::integer[])', current_setting('tandem.funds', true))
    when 'all' then 'true'
    else 'false'
  end
$$;

/* Every word must be somewhere in a doctor's line of search; at most `wanted` numbers. */
create or replace function tandem.doctors_holding(words text[], wanted integer)
returns table (doctor_id bigint) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare conditions text;
begin
  select string_agg(format('search like %L', '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%'), ' and ')
    into conditions from unnest(words) as word;
  return query execute format('select id from doctor where %s and %s limit %s', conditions, tandem.scope_condition(), wanted);
end $$;

/* The nearest in spelling, when nobody holds the words as typed. */
create or replace function tandem.doctors_resembling(words text, wanted integer)
returns table (doctor_id bigint, likeness real) language plpgsql stable security definer set search_path = public, pg_temp
  set pg_trgm.word_similarity_threshold = 0.45 as $$
begin
  return query execute format(
    'select id, word_similarity(%1$L, search) from doctor where search %%> %1$L and %2$s order by 2 desc, id limit %3$s',
    words, tandem.scope_condition(), wanted);
end $$;

do $$
begin
  execute 'grant create on schema tandem to tandem_search';
  execute 'alter function tandem.doctors_holding(text[], integer) owner to tandem_search';
  execute 'alter function tandem.doctors_resembling(text, integer) owner to tandem_search';
  execute 'revoke create on schema tandem from tandem_search';
end $$;
revoke all on function tandem.doctors_holding(text[], integer), tandem.doctors_resembling(text, integer) from public;
grant execute on function tandem.doctors_holding(text[], integer), tandem.doctors_resembling(text, integer)
  to tandem_sector, tandem_fund, tandem_funds, tandem_all;
