-- Whoever changes a standing leaves a mark in the same transaction, and waits for nobody: no row is shared by two writers.
create or replace function tandem.mark_funnel(funds integer[], doctors bigint[]) returns void language sql as $$
  insert into public.funnel_mark (fund_id, doctor_id)
  select distinct f, case when cardinality(doctors) <= 1000 then d end from unnest(funds, doctors) as touched(f, d)
$$;

create or replace function tandem.mark_new() returns trigger language plpgsql as $$
begin
  perform tandem.mark_funnel(array_agg(fund_id), array_agg(doctor_id)) from fresh having count(*) > 0;
  return null;
end $$;
create or replace function tandem.mark_old() returns trigger language plpgsql as $$
begin
  perform tandem.mark_funnel(array_agg(fund_id), array_agg(doctor_id)) from old having count(*) > 0;
  return null;
end $$;
create or replace function tandem.mark_both() returns trigger language plpgsql as $$
begin
  perform tandem.mark_funnel(array_agg(fund_id), array_agg(doctor_id))
  from (select fund_id, doctor_id from fresh union all select fund_id, doctor_id from old) touched having count(*) > 0;
  return null;
end $$;
-- Points change every night and count for nothing here.
create or replace function tandem.mark_ranked() returns trigger language plpgsql as $$
begin
  perform tandem.mark_funnel(array_agg(n.fund_id), array_agg(n.doctor_id)) from fresh n join old o using (doctor_id)
  where (n.fund_id, n.sector_id, n.zone, n.specialty, n.is_gp, n.verdict)
    is distinct from (o.fund_id, o.sector_id, o.zone, o.specialty, o.is_gp, o.verdict)
  having count(*) > 0;
  return null;
end $$;

do $$
declare t text;
begin
  foreach t in array array['score', 'doctor_stage', 'funnel_move'] loop
    execute format('create or replace trigger funnel_insert after insert on %I referencing new table as fresh for each statement execute function tandem.mark_new()', t);
    execute format('create or replace trigger funnel_delete after delete on %I referencing old table as old for each statement execute function tandem.mark_old()', t);
    execute format('create or replace trigger funnel_update after update on %I referencing new table as fresh old table as old for each statement execute function tandem.%I()',
      t, case t when 'score' then 'mark_ranked' else 'mark_both' end);
  end loop;
end $$;
