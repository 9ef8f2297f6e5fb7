package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Outcome.Acknowledged;
import dev.latchkey.benchmarks.cluster.Outcome.Refused;
import dev.latchkey.benchmarks.cluster.Outcome.Unknown;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Adds and removes leads of one campaign on a node. A lead whose outcome is unknown is sent again, as a client does, and is
 * not removed later.
 */
final class LeadChanges implements Work {

  private static final int KEPT = 20;

  private final Api api;
  private final Known known;
  private final KnownKey key;
  private final String campaign;
  private final String prefix;
  private final Deque<String> certain = new ArrayDeque<>();
  private int count;
  private int numbers;
  private Next next = new Next.Fresh();

  /** What is sent next. */
  private sealed interface Next {
    record Fresh() implements Next {}

    record Again(String number) implements Next {}
  }

  /** @param prefix the beginning of the phone numbers of this node, which seven digits follow */
  LeadChanges(Api api, Known known, KnownKey key, String campaign, String prefix) {
    this.api = api;
    this.known = known;
    this.key = key;
    this.campaign = campaign;
    this.prefix = prefix;
  }

  @Override
  public void step() {
    count++;
    next = switch (next) {
      case Next.Fresh _ when count % 5 == 0 && certain.size() > KEPT -> remove(certain.removeFirst());
      case Next.Fresh _ -> addNew();
      case Next.Again(String number) -> addAgain(number);
    };
  }

  private Next addNew() {
    numbers++;
    String number = "%s%07d".formatted(prefix, numbers);
    known.addLead(number);
    return switch (api.addLead(key, campaign, number)) {
      case Acknowledged _ -> {
        certain.addLast(number);
        yield new Next.Fresh();
      }
      case Unknown _ -> new Next.Again(number);
      case Refused _,Outcome.Found _ -> new Next.Fresh();
    };
  }

  private Next addAgain(String number) {
    return api.addLead(key, campaign, number) instanceof Acknowledged ? new Next.Fresh() : new Next.Again(number);
  }

  private Next remove(String number) {
    api.removeLead(key, campaign, number);
    return new Next.Fresh();
  }
}
