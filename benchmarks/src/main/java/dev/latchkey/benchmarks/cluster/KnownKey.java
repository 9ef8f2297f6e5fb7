package dev.latchkey.benchmarks.cluster;

/** A key whose secret the campaign knows. */
final class KnownKey {

  private final String tenant;
  private final String name;
  private final String id;
  private final String secret;

  KnownKey(String tenant, String name, String id, String secret) {
    this.tenant = tenant;
    this.name = name;
    this.id = id;
    this.secret = secret;
  }

  String tenant() {
    return tenant;
  }

  String name() {
    return name;
  }

  String id() {
    return id;
  }

  String reveal() {
    return secret;
  }
}
