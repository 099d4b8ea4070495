-- The forecast of the night as it was worked out: the page opens with it.
alter table forecast_fit add column told jsonb;

-- Whether the weeks proposed to delegates weigh a visit by the chance of a contract. No row: they do not.
create table forecast_weight (
  fund_id integer primary key references fund,
  is_used boolean not null,
  changed_at timestamptz not null,
  changed_by uuid not null references account
);

-- Written by the night while the model of the fund is worth it, and emptied when it no longer is.
create table doctor_chance (
  doctor_id bigint primary key references doctor on delete cascade,
  fund_id integer not null references fund,
  chance real not null check (chance between 0 and 1),
  factor real not null check (factor between 0.5 and 2), -- the chance against that of the whole fund
  fitted_on date not null
);
create index doctor_chance_fund on doctor_chance (fund_id);
