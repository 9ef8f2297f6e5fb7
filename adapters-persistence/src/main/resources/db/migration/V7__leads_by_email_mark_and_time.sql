-- What leads are found by beside their numbers. The e-mail address is in lower case; of existing leads it is taken out of their
-- documents, where a quotation mark inside of a text always has a backslash before it, so that the name is found only as such.

ALTER TABLE campaign_lead ADD COLUMN email VARCHAR(512);

UPDATE campaign_lead SET email = LOWER(SUBSTRING(details, LOCATE('"email":"', details) + 9,
  LOCATE('"', details, LOCATE('"email":"', details) + 9) - LOCATE('"email":"', details) - 9))
  WHERE LOCATE('"email":"', details) > 0;

CREATE INDEX campaign_lead_by_email ON campaign_lead (campaign_id, email, id);
CREATE INDEX campaign_lead_by_mark ON campaign_lead (campaign_id, do_not_call, id);

-- These two have all columns of the conditions that they serve, so that rows are read only for the page itself.
CREATE INDEX campaign_lead_by_creation ON campaign_lead (campaign_id, created_at, do_not_call, id);
CREATE INDEX campaign_lead_by_update ON campaign_lead (campaign_id, updated_at, created_at, do_not_call, id);
