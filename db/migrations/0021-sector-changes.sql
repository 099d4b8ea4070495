-- Communes that change sector on a day to come: planned by somebody, applied by the clock, cancelled before that day.
create table sector_change (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  state text not null default 'planned' check (state in ('planned', 'applied', 'cancelled')),
  apply_on date not null,
  doctors integer not null, -- who would change hands, as foreseen on the day it was planned
  planned_by uuid not null references account,
  planned_at timestamptz not null,
  settled_by uuid references account,
  settled_at timestamptz,
  moved integer -- doctors who did change hands on the day
);
-- One at a time: two plans of one caisse would be foreseen on the same ground.
create unique index sector_change_planned on sector_change (fund_id) where state = 'planned';
create index sector_change_fund on sector_change (fund_id, planned_at desc);
create table sector_change_commune (
  change_id uuid not null references sector_change on delete cascade,
  fund_id integer not null references fund,
  commune_code text not null references commune,
  from_id integer references sector on delete set null,
  to_id integer references sector on delete set null,
  left_alone boolean not null default false, -- somebody had redrawn its sector since
  primary key (change_id, commune_code)
);
create index sector_change_commune_from on sector_change_commune (from_id);
create index sector_change_commune_to on sector_change_commune (to_id);
