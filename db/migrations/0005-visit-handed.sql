-- Whose visit it was before a colleague took it over during an absence: to take it back, and to tell the first calendar.
alter table visit add column handed_by uuid references account;
create index visit_handed on visit (handed_by) where handed_by is not null;
