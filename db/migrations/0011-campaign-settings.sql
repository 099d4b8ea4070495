-- Above this number of doctors a campaign needs a second person.
create table campaign_setting (
  fund_id integer primary key references fund,
  approval_above integer not null check (approval_above >= 0)
);
