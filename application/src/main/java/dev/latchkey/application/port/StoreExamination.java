package dev.latchkey.application.port;

import java.util.List;

/**
 * The result of the examination of a store.
 *
 * @param findings one for each subject, in the order in which an operator has to correct them
 * @param isCurrent whether the data has the form that this server needs, so that it can be read
 */
public record StoreExamination(List<StoreFinding> findings, boolean isCurrent) {

  /** Copies the list. */
  public StoreExamination {
    findings = List.copyOf(findings);
  }
}
