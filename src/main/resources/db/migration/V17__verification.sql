-- How sure the doctor was of the patient's key; who and when stand beside it.
alter table decisions add column verification text not null default 'LINK_BOUND'
  check (verification in ('LINK_BOUND', 'VERIFIED_IN_PERSON'));
