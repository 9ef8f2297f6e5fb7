package dev.latchkey.benchmarks.cluster;

/** What has a state that changes. Named as in {@link Operation}. */
sealed interface Subject {

  record Tenant(String name) implements Subject {}

  record Key(String name) implements Subject {}

  record Lead(String number) implements Subject {}
}
