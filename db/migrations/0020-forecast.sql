-- What the night has worked out for a fund: counts of the nation to lean on, the back-test, the model and its worth.
create table forecast_fit (
  fund_id integer primary key references fund,
  nation jsonb, -- steps and weeks by state and age, all funds together: sums, nobody in them
  back_test jsonb,
  model jsonb,
  judged jsonb,
  computed_at timestamptz
);

-- What was said each night, kept as it was said.
create table forecast_made (
  fund_id integer not null references fund,
  asof date not null,
  deadline date not null,
  signed integer not null,
  low integer not null,
  middle integer not null,
  high integer not null,
  primary key (fund_id, asof, deadline)
);
