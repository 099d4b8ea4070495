-- The funnel counted as it moves: what each doctor was last counted as, the sums of it, and who must be counted again.

-- Left by whatever touches a doctor's standing; taken away by whoever counts again. No index: it is nearly always empty.
create table funnel_mark (
  fund_id integer not null,
  doctor_id bigint -- null: everybody of the fund, after a change of thousands at once
);
insert into funnel_mark (fund_id) select id from fund;

create table funnel_doctor (
  doctor_id bigint primary key, -- no foreign key: the ranking and the stages it is counted from have theirs
  fund_id integer not null,
  sector_id integer,
  zone text,
  specialty text, -- null as is_gp: somebody who left the ranking
  is_gp boolean,
  place smallint not null check (place between 0 and 10), -- 0 target, 1 eligible, then the stages in order
  lost_on date,
  lost_reason text,
  reached date[], -- nine days in the fund's zone, contacted first; null where the doctor does not stand
  waited integer[] -- nine numbers of days since the stage before, where the doctor went through both
) with (fillfactor = 85);
create index funnel_doctor_fund on funnel_doctor (fund_id, place, doctor_id);
create index funnel_doctor_moved on funnel_doctor (fund_id, (reached[1])) where reached is not null;

-- One row a fund, what is counted, zone, family, stage or reason, and month or number of days.
create table funnel_tally (
  measure text not null check (measure in ('now', 'month', 'cohort', 'delay', 'loss')),
  fund_id integer not null,
  zone text not null,
  family text not null check (family in ('gp', 'specialist', '')),
  label text not null,
  bucket integer not null,
  doctors integer not null,
  primary key (measure, fund_id, zone, family, label, bucket)
) with (fillfactor = 80);
create index funnel_tally_empty on funnel_tally (fund_id) where doctors = 0;

-- What the night found when it counted everything again.
create table funnel_check (
  fund_id integer primary key references fund,
  checked_at timestamptz not null,
  differing integer not null,
  last_differing integer not null default 0,
  last_differed_at timestamptz
);

-- What a caisse is asked for over a period; without a row, its share of the national targets.
create table campaign_target (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  from_on date not null,
  to_on date not null check (to_on > from_on),
  visits integer not null check (visits > 0),
  contracts integer not null check (contracts > 0),
  priority_share_pm smallint not null check (priority_share_pm between 0 and 1000),
  gp_share_pm smallint not null check (gp_share_pm between 0 and 1000),
  changed_by uuid,
  changed_at timestamptz not null default now(),
  constraint campaign_target_once exclude using gist (fund_id with =, daterange(from_on, to_on, '[]') with &&)
);
