-- Answers to requests that carry an Idempotency-Key. A row without a status is a request that is being carried out.

CREATE TABLE remembered_answer (
  id              VARCHAR(64)  NOT NULL,
  fingerprint     VARCHAR(64)  NOT NULL,
  status          INT,
  content_type    VARCHAR(100),
  body            MEDIUMTEXT,
  remembered_till BIGINT       NOT NULL,
  PRIMARY KEY (id),
  INDEX remembered_answer_by_end (remembered_till)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
