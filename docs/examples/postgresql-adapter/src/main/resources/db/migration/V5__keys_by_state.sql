-- The public handle of a key, its id in 11 digits of base 62, so that keys are found by a part of it.

ALTER TABLE api_key ADD COLUMN handle text GENERATED ALWAYS AS (
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 839299365868340224) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 13537086546263552) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 218340105584896) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 3521614606208) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 56800235584) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 916132832) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 14776336) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 238328) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 3844) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 62) % 62 + 1)::int, 1) ||
  substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', ((id / 1) % 62 + 1)::int, 1)) STORED;

-- One index for each filter of the list of keys.

CREATE INDEX api_key_by_status ON api_key (tenant_id, status, id);
CREATE INDEX api_key_by_environment ON api_key (tenant_id, environment, id);
CREATE INDEX api_key_by_creator ON api_key (tenant_id, created_by, id);
CREATE INDEX api_key_by_expiry ON api_key (tenant_id, expires_at, id);
CREATE INDEX api_key_by_start ON api_key (tenant_id, not_before, id);
CREATE INDEX api_key_by_use ON api_key (tenant_id, last_used_at, id);
