-- The doctor's mail server said no for good: nobody must believe that the doctor knows.
alter table invitation
  drop constraint invitation_dropped_because_check,
  add constraint invitation_dropped_because_check
    check (dropped_because in ('opt-out', 'no-address', 'refused', 'superseded', 'nothing-to-tell'));
