-- The oldest schema version whose server works on this schema. A migration that takes something away raises it:
-- docs/adr/0034-expand-and-contract.md.

CREATE TABLE schema_reader (
  id     INT         NOT NULL,
  oldest VARCHAR(20) NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO schema_reader (id, oldest) VALUES (1, '15.1');
