package dev.latchkey.domain.audit;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;

/** Who did something. */
public sealed interface Actor {

  /** Whoever runs the platform, by the operator token. */
  record Operator() implements Actor {}

  /** The holder of an API key. */
  record Holder(KeyId key) implements Actor {}

  /** A person in the dashboard. */
  record Staff(MemberId member) implements Actor {}
}
