-- Journeys: several steps towards the same doctors, each after the one before, until something says stop.
create table journey (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  name text not null check (length(name) between 1 and 120),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'running', 'paused', 'ended')),
  segment_id uuid,
  criteria jsonb, -- as they were when the journey started: whoever meets them later enters too
  category text not null default 'information' check (category in ('information', 'event')),
  sender_name text not null default '',
  reason text not null default '',
  holdout_percent smallint not null default 10 check (holdout_percent between 0 and 50),
  steps jsonb not null default '[]',
  stops text[] not null default '{opposition,visit-booked,reply,contract-signed}',
  audience_count integer,
  audience_at timestamptz,
  empty_since timestamptz,
  created_by uuid not null references account,
  created_at timestamptz not null default now(),
  submitted_by uuid references account,
  submitted_at timestamptz,
  approved_by uuid references account,
  started_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1
);
create index journey_fund on journey (fund_id, created_at desc);

-- The letter of one step leaves as a campaign of its own, which takes in its doctors one after the other.
alter table campaign add column journey_id uuid references journey, add column journey_step smallint;
create unique index campaign_journey on campaign (journey_id, journey_step) where journey_id is not null;

-- One doctor in one journey. The unique key, not a schedule, is what keeps anybody from entering twice.
create table journey_entry (
  id bigint generated always as identity primary key,
  journey_id uuid not null references journey on delete cascade,
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  zone text not null,
  department text not null,
  entered_at timestamptz not null,
  state text not null default 'active' check (state in ('active', 'stopped', 'finished', 'held_out')),
  step smallint not null default 0, -- the one that is open, or comes next
  last_on date not null, -- when the step before was over, or the day of entry: delays count from here
  because text,
  over_on date,
  look_at timestamptz not null,
  unique (journey_id, doctor_id)
);
create index journey_entry_look on journey_entry (look_at) where state = 'active';
create index journey_entry_place on journey_entry (journey_id, state, step);
create index journey_entry_doctor on journey_entry (doctor_id);

-- What became of each step for each doctor. The primary key keeps a step from being done twice.
create table journey_turn (
  entry_id bigint not null references journey_entry on delete cascade,
  step smallint not null,
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  kind text not null check (kind in ('letter', 'call', 'visit')),
  begun_on date not null,
  begun_at timestamptz not null,
  recipient_id bigint,
  follow_up_id uuid,
  result text check (result in ('done', 'passed')),
  because text,
  over_on date,
  primary key (entry_id, step)
);
create index journey_turn_doctor on journey_turn (doctor_id);
create index journey_turn_follow_up on journey_turn (follow_up_id) where follow_up_id is not null;
