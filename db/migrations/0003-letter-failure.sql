-- Why the relay did not take a follow-up letter for good, in French: the person who wrote it must know.
alter table follow_up_letter add column failure text;
