-- Whom a delegate took out of a proposed week: not proposed again that week.
create table week_removal (
  fund_id integer not null references fund,
  plan_id uuid not null references week_plan on delete cascade,
  doctor_id bigint not null references doctor on delete cascade,
  reason text check (reason in ('away', 'seen', 'later', 'other')),
  removed_at timestamptz not null default now(),
  primary key (plan_id, doctor_id)
);
