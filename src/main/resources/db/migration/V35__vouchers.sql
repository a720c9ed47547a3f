-- On a professional's key: the agent's word that its keystore holds the private half. A MAC under the pepper, so that who can
-- write here cannot put another key in its place for the intake to seal to.
alter table public_key add column voucher bytea check (length(voucher) = 32);
