package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.HeadMac;
import dev.latchkey.domain.audit.StoredHead;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of a tenant's chain as it is stored.
 *
 * @param mac null while the chain has no event
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record HeadDocument(
    long sequence,
    @MayBePrinted("A hash of what the audit shows.") String hash,
    @MayBePrinted("It proves an event and opens nothing.") @Nullable String mac,
    @MayBePrinted("The version of a pepper.") @Nullable String macPepper) {

  static final HeadDocument EMPTY = new HeadDocument(
      ChainHead.EMPTY.sequence(), ChainHead.EMPTY.hash(), null, null);

  static HeadDocument from(ChainHead head, ChainMac mac) {
    return new HeadDocument(head.sequence(), head.hash(), mac.value(), mac.keyVersion());
  }

  ChainHead toHead() {
    return new ChainHead(sequence, hash);
  }

  /** A MAC without the name of its pepper cannot be checked, which is not the same as having none. */
  StoredHead toStoredHead() {
    String pepper = Optional.ofNullable(macPepper).orElse("");
    return new StoredHead(
        toHead(), Optional.ofNullable(mac).map(value -> new HeadMac(sequence, new ChainMac(pepper, value))));
  }
}
