package dev.latchkey.adapters.dashboard.why;

import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.key.format.MaskedKey;
import dev.latchkey.domain.refusal.NotedRefusal;
import java.util.Optional;

/** The result of a why request. */
public sealed interface WhyAnswer {

  /**
   * The pasted text is neither a complete key nor a name.
   *
   * @param reason a message key
   */
  record Malformed(String reason) implements WhyAnswer {}

  /** The tenant has no such key and no such request. Other tenants are not considered. */
  record Unknown() implements WhyAnswer {}

  record Explained(MaskedKey key, Explanation explanation) implements WhyAnswer {}

  /**
   * A request that was refused.
   *
   * @param explanation the decision under the current rules; empty where the key is deleted
   */
  record Noted(NotedRefusal noted, Optional<Explanation> explanation) implements WhyAnswer {

    /** Returns the current refusal if it has the code of the recorded one, so that one explanation suffices. */
    public Optional<Refusal> same() {
      return explanation.flatMap(Explanation::refusal)
          .filter(refusal -> refusal.code().equals(noted.request().code()));
    }
  }
}
