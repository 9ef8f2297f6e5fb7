-- The normalised form of each name, by which it is searched: NFC, every run of tabs and space separators as one space, none at
-- the ends; null in rows that a server of the version before writes. Folded again after NFC, which makes some spaces into others.

ALTER TABLE tenant ADD COLUMN searched_name text;
ALTER TABLE api_key ADD COLUMN searched_name text;

CREATE FUNCTION folded(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT btrim(regexp_replace(name, '[\u0009\u0020\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+', ' ', 'g'), ' ')
$$;

UPDATE tenant SET searched_name = folded(normalize(folded(name), NFC));
UPDATE api_key SET searched_name = folded(normalize(folded(name), NFC));

DROP FUNCTION folded(text);
