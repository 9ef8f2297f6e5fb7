package dev.latchkey.domain.audit;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;

/** The originator of an audited action. */
public sealed interface Actor {

  /** The operator of the platform, who authenticates with the operator token. */
  record Operator() implements Actor {}

  /** The holder of an API key. */
  record Holder(KeyId key) implements Actor {}

  /** A member who is signed in to the dashboard. */
  record Staff(MemberId member) implements Actor {}
}
