-- A way to reach somebody who stands in for the patient carries that person's name; the patient's own ones carry none.
alter table patient_contact add column proxy text;
