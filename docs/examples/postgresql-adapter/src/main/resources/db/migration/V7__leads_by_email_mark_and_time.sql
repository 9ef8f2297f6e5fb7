-- What leads are found by beside their numbers. An e-mail address has no zero byte, so it can be searched as text.

ALTER TABLE lead ADD COLUMN searched_email text;
UPDATE lead SET searched_email = lower(convert_from(email, 'UTF8')) WHERE email IS NOT NULL AND position('\x00'::bytea IN email) = 0;

CREATE INDEX ON lead (campaign_id, searched_email, id);
CREATE INDEX ON lead (campaign_id, do_not_call, id);
CREATE INDEX ON lead (campaign_id, created_at, id);
CREATE INDEX ON lead (campaign_id, updated_at, id);
