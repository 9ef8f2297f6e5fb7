package dev.latchkey.domain.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.Environment;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyFilterTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Instant ONE = Instant.parse("2026-03-14T13:00:00Z");

  @Test
  void everyPartIsAddedToTheOthers() {
    Actor maker = new Actor.Holder(new KeyId(7));

    assertThat(
        KeyFilter.ALL.with(KeyStatus.ACTIVE).with(KeyState.EXPIRED).with(Environment.DEV).with("till").with(maker)
            .expiringBefore(NOON).unusedSince(ONE))
        .isEqualTo(
            new KeyFilter(
                Optional.of(KeyStatus.ACTIVE), Optional.of(KeyState.EXPIRED), Optional.of(Environment.DEV),
                Optional.of("till"), Optional.of(maker), Optional.of(NOON), Optional.of(ONE)));
  }

  @Test
  void aPartThatIsSetAgainReplacesTheFirst() {
    KeyFilter full = KeyFilter.ALL.unusedSince(ONE).expiringBefore(NOON).with(new Actor.Operator()).with("till")
        .with(Environment.DEV).with(KeyState.EXPIRED).with(KeyStatus.ACTIVE);

    assertThat(full.with("door").text()).contains("door");
    assertThat(full.with("door").with("till")).isEqualTo(full);
  }

  @Test
  void textWithoutACharacterFiltersNothing() {
    assertThat(KeyFilter.ALL.with(" \t")).isEqualTo(KeyFilter.ALL);
    assertThat(KeyFilter.ALL.with(" till ").text()).contains("till");
  }
}
