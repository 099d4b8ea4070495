-- Whole caisses without a zone or a family are what the country is read by: sums of their own, twenty times fewer.
alter table funnel_tally drop constraint funnel_tally_measure_check;
alter table funnel_tally add constraint funnel_tally_measure_check
  check (measure in ('now', 'month', 'cohort', 'whole-now', 'whole-month', 'whole-cohort', 'delay', 'loss'));
-- All of it is counted again by the next folds.
truncate funnel_doctor, funnel_tally, funnel_mark;
insert into funnel_mark (fund_id) select id from fund;
