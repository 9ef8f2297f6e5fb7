-- The row that a node writes to find out whether the database may be written. Nothing depends on what it says.

CREATE TABLE readiness_probe (
  id        INT    NOT NULL,
  probed_at BIGINT NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO readiness_probe (id, probed_at) VALUES (1, 0);
