package dev.latchkey.benchmarks.cluster;

/** Checks keys on a node, half of the time those that were revoked last. */
final class Checks implements Work {

  private final Api api;
  private final Known known;
  private long count;

  Checks(Api api, Known known) {
    this.api = api;
    this.known = known;
  }

  @Override
  public void step() {
    count++;
    (count % 2 == 0 ? known.anyKey() : known.recentKey().or(known::anyKey)).ifPresent(api::check);
  }
}
