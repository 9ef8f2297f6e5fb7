-- Method and path of refused requests, and what is needed to limit the rows of one tenant. Rows from before have neither.
ALTER TABLE refused_request ADD COLUMN method VARCHAR(20);
ALTER TABLE refused_request ADD COLUMN path VARCHAR(512);
CREATE INDEX refused_request_by_tenant ON refused_request (tenant_id, number);

-- Headers of remembered answers, and what is needed to limit the answers of one owner, whose name is kept as a digest. Answers
-- from before count for nobody and are past within a day.
ALTER TABLE remembered_answer ADD COLUMN owner VARCHAR(64);
ALTER TABLE remembered_answer ADD COLUMN headers VARCHAR(2000);
ALTER TABLE remembered_answer ADD COLUMN size BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX remembered_answer_by_owner ON remembered_answer (owner, remembered_till, size);

-- A key has one bucket now, whatever its limit. The newest of its buckets goes on; version 0.1.0 keeps using the others.
INSERT IGNORE INTO rate_bucket (id, state, needed_till)
  SELECT SUBSTRING(b.id, 1, LOCATE('/', b.id) - 1), b.state, b.needed_till FROM rate_bucket b
  WHERE LOCATE('/', b.id) > 0 ORDER BY b.needed_till DESC;
