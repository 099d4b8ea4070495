-- What a doctor is counted as. The rules of the walk through the moves are those of app/funnel/walk.ts, which tests hold against this.
create or replace function tandem.funnel_sheet(ids bigint[]) returns setof funnel_doctor language sql stable as $$
  with moves as (
    select m.doctor_id, array_position(array['contacted', 'appointment', 'visited', 'simulated', 'intends', 'filed', 'signed', 'hired', 'trained'], m.to_stage) as rank,
      (m.at at time zone f.zone)::date as day, row_number() over (partition by m.doctor_id order by m.at, m.id) as turn
    from public.funnel_move m join public.fund f on f.id = m.fund_id
    where m.doctor_id = any (ids) and m.to_stage <> 'lost'
  ), below as ( -- a stage is reached by the first move to it, or further, since the doctor last stood before it
    select m.doctor_id, s.rank, coalesce(max(m.turn) filter (where m.rank < s.rank), 0) as turn
    from moves m cross join generate_series(1, 9) s(rank) group by 1, 2
  ), days as (
    select b.doctor_id, b.rank, min(m.day) filter (where m.rank >= b.rank) as reached, min(m.day) filter (where m.rank = b.rank) as entered
    from below b left join moves m on m.doctor_id = b.doctor_id and m.turn > b.turn group by 1, 2
  ), walked as (
    select doctor_id, array_agg(reached order by rank) as reached, array_agg(waited order by rank) as waited
    from (select d.*, reached - lag(entered) over (partition by doctor_id order by rank) as waited from days d) w
    group by 1 having count(reached) > 0
  ), held as (
    select doctor_id, fund_id, sector_id, zone, specialty, is_gp, verdict from public.score where doctor_id = any (ids)
    union all
    select st.doctor_id, st.fund_id, null, null, null, null, 'no' from public.doctor_stage st
    where st.doctor_id = any (ids) and not exists (select from public.score s where s.doctor_id = st.doctor_id)
  )
  select h.doctor_id, h.fund_id, h.sector_id, h.zone, h.specialty, h.is_gp,
    case when st.doctor_id is not null
      then 1 + array_position(array['contacted', 'appointment', 'visited', 'simulated', 'intends', 'filed', 'signed', 'hired', 'trained'], st.stage)
      when h.verdict = 'yes' then 1 else 0 end::smallint,
    (st.lost_at at time zone f.zone)::date, case when st.lost_at is not null then coalesce(st.lost_reason, '') end, w.reached, w.waited
  from held h join public.fund f on f.id = h.fund_id
  left join public.doctor_stage st on st.doctor_id = h.doctor_id
  left join walked w on w.doctor_id = h.doctor_id
  where h.verdict <> 'no' or st.doctor_id is not null
$$;

-- What one doctor adds to the sums: of the zone and family, and of the whole caisse.
create or replace function tandem.funnel_parts(d funnel_doctor)
returns table (measure text, zone text, family text, label text, bucket integer) language sql immutable as $$
  with known as (
    select array['target', 'eligible', 'contacted', 'appointment', 'visited', 'simulated', 'intends', 'filed', 'signed', 'hired', 'trained'] as names,
      coalesce(d.zone, '') as zone, case d.is_gp when true then 'gp' when false then 'specialist' else '' end as family
  )
  select w.whole || 'now', case w.whole when '' then k.zone else '' end, case w.whole when '' then k.family else '' end,
    k.names[d.place + 1], (d.lost_on is not null)::integer
  from known k cross join (values (''), ('whole-')) w(whole)
  union all
  select w.whole || m.name, case w.whole when '' then k.zone else '' end, case w.whole when '' then k.family else '' end,
    k.names[r.rank + 2], extract(year from m.day)::integer * 100 + extract(month from m.day)::integer
  from known k cross join (values (''), ('whole-')) w(whole)
    cross join unnest(d.reached) with ordinality r(day, rank)
    cross join lateral (values ('month', r.day), ('cohort', d.reached[1])) m(name, day)
  where r.day is not null
  union all
  select 'delay', '', '', k.names[w.rank + 2], least(w.days, 730)
  from known k cross join unnest(d.waited) with ordinality w(days, rank) where w.days is not null
  union all
  select 'loss', k.zone, k.family, d.lost_reason, extract(year from d.lost_on)::integer * 100 + extract(month from d.lost_on)::integer
  from known k where d.lost_on is not null
$$;

-- Counts these doctors again: sums move by what differs. One at a time (the caller holds the lock), one statement, one instant.
create or replace function tandem.recount_funnel(ids bigint[]) returns void language plpgsql as $$
begin
  with fresh as materialized (select f.* from tandem.funnel_sheet(ids) f),
  held as materialized (select d.* from public.funnel_doctor d where d.doctor_id = any (ids)),
  parts as (
    select p.measure, f.fund_id, p.zone, p.family, p.label, p.bucket, 1 as n from fresh f cross join lateral tandem.funnel_parts(f) p
    where not exists (select from held h where h.doctor_id = f.doctor_id and h is not distinct from f)
    union all
    select p.measure, h.fund_id, p.zone, p.family, p.label, p.bucket, -1 from held h cross join lateral tandem.funnel_parts(h) p
    where not exists (select from fresh f where f.doctor_id = h.doctor_id and f is not distinct from h)
  ), summed as (
    insert into public.funnel_tally as t (measure, fund_id, zone, family, label, bucket, doctors)
    select measure, fund_id, zone, family, label, bucket, sum(n) from parts group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
    on conflict (measure, fund_id, zone, family, label, bucket) do update set doctors = t.doctors + excluded.doctors
  ), gone as (
    delete from public.funnel_doctor d where d.doctor_id = any (ids) and not exists (select from fresh f where f.doctor_id = d.doctor_id)
  )
  insert into public.funnel_doctor as d
  select f.* from fresh f where not exists (select from held h where h.doctor_id = f.doctor_id and h is not distinct from f)
  on conflict (doctor_id) do update set fund_id = excluded.fund_id, sector_id = excluded.sector_id, zone = excluded.zone,
    specialty = excluded.specialty, is_gp = excluded.is_gp, place = excluded.place, lost_on = excluded.lost_on,
    lost_reason = excluded.lost_reason, reached = excluded.reached, waited = excluded.waited;
  delete from public.funnel_tally t where t.doctors = 0;
end $$;

create or replace function tandem.doctors_of_funnel(fund integer) returns bigint[] language sql stable as $$
  select coalesce(array_agg(id), '{}') from (
    select s.doctor_id from public.score s where s.fund_id = fund
    union select st.doctor_id from public.doctor_stage st where st.fund_id = fund
    union select d.doctor_id from public.funnel_doctor d where d.fund_id = fund) everybody(id)
$$;

-- Takes some marks away and counts those doctors again. Returns how many; 0: nothing waits; null: somebody else is at it.
-- A mark is seen only with the change that left it, so what is counted before is counted again after.
create or replace function tandem.fold_funnel(fund integer, most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare ids bigint[]; whole integer;
begin
  if not pg_try_advisory_xact_lock(7281) then return null; end if;
  with taken as (
    delete from funnel_mark where ctid = any (array(
      select m.ctid from funnel_mark m where m.doctor_id is not null and (fund is null or m.fund_id = fund) limit most))
    returning doctor_id
  ) select array_agg(distinct doctor_id) into ids from taken;
  if ids is null then
    select m.fund_id into whole from funnel_mark m where fund is null or m.fund_id = fund limit 1;
    if whole is null then return 0; end if;
    delete from funnel_mark m where m.fund_id = whole and m.doctor_id is null;
    ids := tandem.doctors_of_funnel(whole);
  end if;
  perform tandem.recount_funnel(ids);
  return greatest(1, cardinality(ids));
end $$;

-- How many sums and doctors a full count tells otherwise; with `mend`, the sums of the fund are made anew. Null: try again.
create or replace function tandem.check_funnel(fund integer, mend boolean) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare waits boolean; differing integer; ids bigint[];
begin
  if not pg_try_advisory_xact_lock(7281) then return null; end if;
  ids := tandem.doctors_of_funnel(fund);
  with fresh as materialized (select f.* from tandem.funnel_sheet(ids) f),
  full_count as (
    select p.measure, p.zone, p.family, p.label, p.bucket, count(*)::integer as doctors
    from fresh f cross join lateral tandem.funnel_parts(f) p group by 1, 2, 3, 4, 5
  ), kept as (
    select t.measure, t.zone, t.family, t.label, t.bucket, t.doctors from funnel_tally t where t.fund_id = fund
  )
  select exists (select from funnel_mark m where m.fund_id = fund),
    (select count(*) from (table full_count except table kept) missing) + (select count(*) from (table kept except table full_count) too_much)
      + (select count(*) from fresh f full join (select d.* from funnel_doctor d where d.fund_id = fund) d on d.doctor_id = f.doctor_id
         where d is distinct from f)
  into waits, differing;
  if waits then return null; end if;
  if mend and differing > 0 then
    delete from funnel_tally t where t.fund_id = fund;
    delete from funnel_doctor d where d.fund_id = fund;
    perform tandem.recount_funnel(ids);
  end if;
  return differing;
end $$;

-- A nation's reader sees sums of eleven doctors or more, or none. Of « now », how many came this far: added up before hiding.
drop function if exists tandem.funnel_nation(text, integer, text, text, integer, integer);
create or replace function tandem.funnel_nation(what text, fund integer, of_zone text, of_family text, from_bucket integer, to_bucket integer)
returns table (label text, doctors integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with summed as (
    select t.label, sum(t.doctors)::integer as doctors
    from funnel_tally t
    where t.measure = case when of_zone is null and of_family is null and what <> 'loss' then 'whole-' || what else what end
      and (fund is null or t.fund_id = fund) and (of_zone is null or t.zone = of_zone)
      and (of_family is null or t.family = of_family) and t.bucket between from_bucket and to_bucket
    group by 1
  ), told as (
    select s.label, s.doctors from summed s where what <> 'now'
    union all
    select p.name, coalesce(sum(s.doctors) over (order by p.rank desc), 0)::integer
    from unnest(array['target', 'eligible', 'contacted', 'appointment', 'visited', 'simulated', 'intends', 'filed', 'signed', 'hired', 'trained'])
      with ordinality p(name, rank) left join summed s on s.label = p.name
    where what = 'now'
  )
  select t.label, case when t.doctors = 0 or t.doctors >= 11 then t.doctors end from told t
$$;
create or replace function tandem.funnel_nation_delays(fund integer)
returns table (label text, days integer, doctors integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.label, min(w.bucket) filter (where 2 * w.upto >= w.all_of), max(w.all_of)::integer
  from (select t.label, t.bucket, sum(sum(t.doctors)) over (partition by t.label order by t.bucket) as upto,
      sum(sum(t.doctors)) over (partition by t.label) as all_of
    from funnel_tally t where t.measure = 'delay' and (fund is null or t.fund_id = fund) group by 1, 2) w
  where w.all_of >= 11 group by 1
$$;

do $$
declare f text;
begin
  execute 'grant create on schema tandem to tandem_funnel';
  foreach f in array array['tandem.fold_funnel(integer, integer)', 'tandem.check_funnel(integer, boolean)',
      'tandem.funnel_nation(text, integer, text, text, integer, integer)', 'tandem.funnel_nation_delays(integer)'] loop
    execute format('alter function %s owner to tandem_funnel', f);
    execute format('revoke all on function %s from public', f);
  end loop;
  execute 'revoke create on schema tandem from tandem_funnel';
end $$;
grant execute on function tandem.fold_funnel(integer, integer) to tandem_fund, tandem_funds, tandem_all, tandem_national;
grant execute on function tandem.check_funnel(integer, boolean) to tandem_all;
grant execute on function tandem.funnel_nation(text, integer, text, text, integer, integer) to tandem_national, tandem_all;
grant execute on function tandem.funnel_nation_delays(integer) to tandem_national, tandem_all;
