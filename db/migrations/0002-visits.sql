-- Visits, all that surrounds them, and the funnel they move.

-- Where a doctor stands between a stranger and a signed contract, and every move that led there.
create table doctor_stage (
  doctor_id bigint primary key references doctor on delete cascade,
  fund_id integer not null references fund,
  stage text not null check (stage in ('contacted', 'appointment', 'visited', 'simulated', 'intends', 'filed', 'signed', 'hired', 'trained')),
  since timestamptz not null,
  lost_at timestamptz,
  lost_reason text
);
create index doctor_stage_fund on doctor_stage (fund_id, stage);
create table funnel_move (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  from_stage text,
  to_stage text not null check (to_stage in ('contacted', 'appointment', 'visited', 'simulated', 'intends', 'filed', 'signed', 'hired', 'trained', 'lost')),
  cause text not null check (cause in ('letter', 'booking', 'report', 'simulation', 'contract', 'hand')),
  reason text,
  account_id uuid,
  at timestamptz not null
);
create index funnel_move_doctor on funnel_move (doctor_id, id);
create index funnel_move_fund on funnel_move (fund_id, at);

-- A doctor who said no to a channel; lifted, never erased.
create table opt_out (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  channel text not null check (channel in ('email', 'visit', 'call')),
  category text,
  source text not null,
  noted_by uuid,
  noted_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid
);
create unique index opt_out_in_force on opt_out (doctor_id, channel, coalesce(category, '')) where lifted_at is null;

-- Where a practice stands, when somebody or a file has placed it; otherwise it is placed at its commune.
create table practice_point (
  fund_id integer not null references fund,
  practice_key text not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  source text not null,
  placed_by uuid,
  placed_at timestamptz not null default now(),
  primary key (fund_id, practice_key)
);

-- When a doctor may be visited: seven lists, Monday first, of [from, to] in minutes since midnight of the practice.
create table doctor_hours (
  doctor_id bigint primary key references doctor on delete cascade,
  fund_id integer not null references fund,
  windows jsonb not null,
  noted_by uuid,
  noted_at timestamptz not null default now()
);
create table closure (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  noted_by uuid,
  noted_at timestamptz not null default now()
);
create index closure_doctor on closure (doctor_id, to_on);

-- How a delegate works. The base may be a home: only its owner reads it.
create table delegate_setting (
  account_id uuid primary key references account on delete cascade,
  fund_id integer not null references fund,
  base_label text,
  base_latitude double precision check (base_latitude between -90 and 90),
  base_longitude double precision check (base_longitude between -180 and 180),
  hours jsonb not null, -- seven [from, to] in minutes, or null, Monday first
  lunch_from smallint not null,
  lunch_to smallint not null,
  lunch_minutes smallint not null check (lunch_minutes between 0 and 180),
  visit_minutes smallint not null check (visit_minutes between 10 and 180),
  most_visits smallint not null check (most_visits between 1 and 30),
  safety_percent smallint not null check (safety_percent between 0 and 100),
  changed_at timestamptz not null default now()
);
create table absence (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  account_id uuid not null references account on delete cascade,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  part text not null check (part in ('day', 'morning', 'afternoon')),
  kind text not null check (kind in ('leave', 'training', 'meeting', 'illness', 'other')),
  noted_by uuid,
  noted_at timestamptz not null default now()
);
create index absence_account on absence (account_id, to_on);

-- The week a delegate asked for: one a Monday, computed by a job.
create table week_plan (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  delegate_id uuid not null references account,
  week_on date not null,
  state text not null check (state in ('asked', 'computing', 'ready', 'failed', 'accepted')),
  share real not null default 0,
  seed integer not null,
  engine integer,
  iterations integer,
  input_hash text,
  travel_source text,
  truncated boolean not null default false,
  answer jsonb,
  failure text,
  asked_at timestamptz not null default now(),
  finished_at timestamptz,
  accepted_at timestamptz,
  unique (delegate_id, week_on)
);

-- One doctor seen once. Instants, with the zone of the practice beside them; half-open, so 10:00-10:30 and 10:30-11:00 touch.
create table visit (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  delegate_id uuid not null references account,
  doctor_id bigint not null references doctor on delete cascade,
  practice_key text,
  plan_id uuid references week_plan on delete set null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  zone text not null,
  state text not null check (state in ('proposed', 'booked', 'done', 'missed', 'cancelled')),
  firmness text not null check (firmness in ('fixed', 'day', 'week', 'suggestion')),
  reason text not null default '',
  cancelled_by text check (cancelled_by in ('doctor', 'delegate', 'plan')),
  sequence integer not null default 0, -- of the iCalendar event; raised by each change that a calendar must hear of
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint visit_delegate_free exclude using gist
    (delegate_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'booked'),
  constraint visit_doctor_free exclude using gist
    (doctor_id with =, tstzrange(starts_at, ends_at) with &&) where (state = 'booked')
);
create index visit_delegate on visit (delegate_id, starts_at);
create index visit_doctor on visit (doctor_id, starts_at desc);
create index visit_fund on visit (fund_id, starts_at);
create index visit_plan on visit (plan_id);

create table invitation (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  visit_id uuid not null references visit on delete cascade,
  method text not null check (method in ('REQUEST', 'CANCEL')),
  sequence integer not null,
  recipient text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent')),
  noted_at timestamptz not null default now(),
  sent_at timestamptz,
  unique (visit_id, sequence, method)
);

-- A report; its id is made on the phone, so the same one sent twice is stored once.
create table report (
  id uuid primary key,
  fund_id integer not null references fund,
  visit_id uuid not null unique references visit on delete cascade,
  doctor_id bigint not null references doctor on delete cascade,
  delegate_id uuid not null references account,
  result text not null check (result in ('interested', 'later', 'objection', 'refused', 'absent')),
  objections text[] not null default '{}',
  option text,
  next_step text not null check (next_step in ('none', 'visit', 'call', 'simulation', 'document')),
  next_on date,
  held_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index report_doctor on report (doctor_id, held_at desc);
create index report_fund on report (fund_id, held_at);
-- Notes are only ever added, by whoever holds the visit.
create table report_note (
  id uuid primary key,
  fund_id integer not null references fund,
  report_id uuid not null references report on delete cascade,
  doctor_id bigint not null references doctor on delete cascade,
  account_id uuid not null references account,
  text text not null check (length(text) <= 4000),
  noted_at timestamptz not null default now()
);
create index report_note_report on report_note (report_id, noted_at);

-- What was promised, or must be taken up again.
create table follow_up (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  delegate_id uuid not null references account,
  report_id uuid references report on delete cascade,
  kind text not null check (kind in ('visit', 'call', 'simulation', 'document', 'answer', 'close')),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  outcome text,
  closed_at timestamptz,
  closed_by uuid,
  created_at timestamptz not null default now()
);
create index follow_up_open on follow_up (delegate_id, due_on) where state = 'open';
create index follow_up_doctor on follow_up (doctor_id);

create table follow_up_letter (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  delegate_id uuid not null references account,
  report_id uuid not null unique references report on delete cascade,
  subject text not null,
  body text not null,
  recipient text,
  state text not null default 'draft' check (state in ('draft', 'waiting', 'sending', 'sent', 'uncertain', 'discarded')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  asked_at timestamptz,
  sent_at timestamptz
);
create index follow_up_letter_doctor on follow_up_letter (doctor_id);

-- The secret address of a delegate's calendar; only its hash is kept.
create table calendar_feed (
  account_id uuid primary key references account on delete cascade,
  fund_id integer not null references fund,
  token_hash bytea not null unique,
  made_at timestamptz not null default now(),
  read_at timestamptz
);

-- Road times already asked for, by rounded coordinates; null seconds: no road. Public, the same for every fund.
create table road_pair (
  from_point bigint not null,
  to_point bigint not null,
  seconds integer,
  asked_on date not null,
  primary key (from_point, to_point)
);
