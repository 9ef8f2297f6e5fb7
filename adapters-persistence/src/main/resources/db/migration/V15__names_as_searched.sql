-- The normalised form of names that were stored in another one, by which they are searched. Null for all other names.
-- Existing rows are filled by a migration in Java, as the databases cannot normalise to NFC.

ALTER TABLE tenant ADD COLUMN searched_name VARCHAR(600);
ALTER TABLE api_key ADD COLUMN searched_name VARCHAR(600);
