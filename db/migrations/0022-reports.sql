-- What may be told of each département to who reads no doctor. Small groups are hidden before they come here.
create table department_figure (
  department text not null, -- '' is the whole country
  measure text not null check (measure in ('visits', 'contracts', 'rate', 'zip', 'forecast')),
  value real, -- a number, or a share
  hidden text check (hidden in ('small', 'masked')), -- fewer than eleven; or hidden so that a small one is not found by subtraction
  computed_at timestamptz not null,
  primary key (department, measure),
  check ((value is null) = (hidden is not null))
);

-- Who asked for the letter of Mondays.
create table report_wish (
  account_id uuid primary key references account on delete cascade,
  fund_id integer not null references fund,
  asked_at timestamptz not null
);

create table weekly_report (
  fund_id integer not null references fund,
  account_id uuid not null references account on delete cascade,
  week_on date not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'refused', 'uncertain')),
  noted_at timestamptz not null default now(),
  primary key (account_id, week_on)
);
