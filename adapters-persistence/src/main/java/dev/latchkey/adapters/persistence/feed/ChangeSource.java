package dev.latchkey.adapters.persistence.feed;

import java.sql.SQLException;
import java.util.List;

/** The source from which changes are read. */
public interface ChangeSource extends AutoCloseable {

  /**
   * The change feed at one moment.
   *
   * @param counted the position of the last change
   * @param changes the first changes after the requested position, in order; truncated where there are many
   */
  record Excerpt(long counted, List<ChangeRow> changes) {}

  Excerpt after(long position) throws SQLException;

  @Override
  void close();
}
