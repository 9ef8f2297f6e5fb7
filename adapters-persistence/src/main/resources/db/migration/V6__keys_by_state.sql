-- The public handle of a key, its id in 11 digits of base 62, so that keys are found by a part of it.

ALTER TABLE api_key ADD COLUMN handle VARCHAR(11) GENERATED ALWAYS AS (CONCAT(
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 839299365868340224)) / 839299365868340224, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 13537086546263552)) / 13537086546263552, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 218340105584896)) / 218340105584896, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 3521614606208)) / 3521614606208, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 56800235584)) / 56800235584, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 916132832)) / 916132832, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 14776336)) / 14776336, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 238328)) / 238328, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 3844)) / 3844, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD((id - MOD(id, 62)) / 62, 62) + 1, 1),
  SUBSTRING('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', MOD(id, 62) + 1, 1)));

-- One index for each filter of the list of keys.

CREATE INDEX api_key_by_status ON api_key (tenant_id, status, id);
CREATE INDEX api_key_by_environment ON api_key (tenant_id, environment, id);
CREATE INDEX api_key_by_creator ON api_key (tenant_id, created_by, id);
CREATE INDEX api_key_by_expiry ON api_key (tenant_id, expires_at, id);
CREATE INDEX api_key_by_start ON api_key (tenant_id, not_before, id);
CREATE INDEX api_key_by_use ON api_key (tenant_id, last_used_at, id);
