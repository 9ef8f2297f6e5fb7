package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.NotedRefusal;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.key.KeyFault;
import dev.latchkey.domain.key.MaskedKey;
import java.util.Optional;

/** What can be said of the question. */
public sealed interface WhyAnswer {

  /** What was pasted begins like a key and is none. */
  record Malformed(KeyFault fault) implements WhyAnswer {}

  /** What was pasted has a space inside. */
  record Spaced() implements WhyAnswer {}

  /** What was pasted has something around it, such as quotation marks. */
  record Wrapped() implements WhyAnswer {}

  /** The tenant has no such key and no such request, whoever else may have one. */
  record Unknown() implements WhyAnswer {}

  record Explained(MaskedKey key, Explanation explanation) implements WhyAnswer {}

  /**
   * A request that was refused.
   *
   * @param explanation what would be decided by the rules of today; empty where the key is deleted
   */
  record Noted(NotedRefusal noted, Optional<Explanation> explanation) implements WhyAnswer {

    /** The refusal, where the rules of today refuse the request as it was refused: then there is one explanation. */
    public Optional<Refusal> same() {
      return explanation.flatMap(Explanation::refusal)
          .filter(refusal -> refusal.code().equals(noted.request().code()));
    }
  }
}
