package dev.latchkey.domain.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodTest {

  private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  private static final Instant ONE = Instant.parse("2026-03-14T13:00:00Z");
  private static final Period FROM_NOON_TO_ONE = new Period(Optional.of(NOON), Optional.of(ONE));

  @Test
  void aPeriodBeginsAtItsFirstMoment() {
    assertThat(FROM_NOON_TO_ONE.startsAfter(NOON.minusNanos(1_000))).isTrue();
    assertThat(FROM_NOON_TO_ONE.startsAfter(NOON)).isFalse();
  }

  @Test
  void aPeriodIsOverAtTheMomentOfItsExpiry() {
    assertThat(FROM_NOON_TO_ONE.isOverAt(ONE.minusNanos(1_000))).isFalse();
    assertThat(FROM_NOON_TO_ONE.isOverAt(ONE)).isTrue();
  }

  @Test
  void withoutEndsAPeriodIsAlways() {
    assertThat(Period.ALWAYS.startsAfter(Instant.MIN)).isFalse();
    assertThat(Period.ALWAYS.isOverAt(Instant.MAX)).isFalse();
    assertThat(Period.ALWAYS.holdsAMoment()).isTrue();
  }

  @Test
  void aPeriodThatEndsWhereItBeginsHoldsNoMoment() {
    assertThat(FROM_NOON_TO_ONE.holdsAMoment()).isTrue();
    assertThat(new Period(Optional.of(NOON), Optional.of(NOON)).holdsAMoment()).isFalse();
    assertThat(new Period(Optional.of(ONE), Optional.of(NOON)).holdsAMoment()).isFalse();
  }

  @Test
  void aPeriodIsShortenedAndNeverLengthened() {
    assertThat(FROM_NOON_TO_ONE.endingBy(NOON.plusSeconds(60)))
        .isEqualTo(new Period(Optional.of(NOON), Optional.of(NOON.plusSeconds(60))));
    assertThat(FROM_NOON_TO_ONE.endingBy(ONE.plusSeconds(60))).isEqualTo(FROM_NOON_TO_ONE);
    assertThat(FROM_NOON_TO_ONE.endingBy(ONE)).isEqualTo(FROM_NOON_TO_ONE);
    assertThat(Period.ALWAYS.endingBy(ONE)).isEqualTo(new Period(Optional.empty(), Optional.of(ONE)));
  }

  @Test
  void aPeriodCoversWhatEndsNoLaterAndBeginsNoEarlierOfWhatIsStillToCome() {
    assertThat(FROM_NOON_TO_ONE.covers(FROM_NOON_TO_ONE, NOON)).isTrue();
    assertThat(FROM_NOON_TO_ONE.covers(from(Optional.empty(), Optional.of(ONE)), NOON)).isTrue();
    assertThat(FROM_NOON_TO_ONE.covers(from(Optional.of(NOON.minusSeconds(9)), Optional.of(ONE)), NOON)).isTrue();
    assertThat(FROM_NOON_TO_ONE.covers(from(Optional.empty(), Optional.of(ONE)), NOON.minusNanos(1_000))).isFalse();
    assertThat(FROM_NOON_TO_ONE.covers(FROM_NOON_TO_ONE, NOON.minusSeconds(1))).isTrue();
    assertThat(FROM_NOON_TO_ONE.covers(from(Optional.of(NOON), Optional.of(ONE.plusNanos(1_000))), NOON)).isFalse();
    assertThat(FROM_NOON_TO_ONE.covers(from(Optional.of(NOON), Optional.empty()), NOON)).isFalse();
    assertThat(Period.ALWAYS.covers(Period.ALWAYS, NOON)).isTrue();
    assertThat(Period.ALWAYS.covers(FROM_NOON_TO_ONE, NOON)).isTrue();
  }

  @Test
  void aPeriodGoesOnWithoutAStartThatIsOver() {
    assertThat(FROM_NOON_TO_ONE.continuedFrom(NOON, Optional.empty()))
        .isEqualTo(from(Optional.empty(), Optional.of(ONE)));
    assertThat(FROM_NOON_TO_ONE.continuedFrom(NOON.minusNanos(1_000), Optional.empty())).isEqualTo(FROM_NOON_TO_ONE);
    assertThat(FROM_NOON_TO_ONE.continuedFrom(NOON, Optional.of(NOON.plusSeconds(1))))
        .isEqualTo(from(Optional.empty(), Optional.of(NOON.plusSeconds(1))));
  }

  @Test
  void aRateLimitHasAtLeastOneRequestAndAWindowOfWholeSecondsUpToADay() {
    assertThat(new RateLimit(1, Duration.ofSeconds(1)).requests()).isEqualTo(1);
    assertThat(new RateLimit(1, Duration.ofDays(1)).window()).isEqualTo(Duration.ofDays(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(0, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(1, Duration.ofMillis(999)));
    assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(1, Duration.ofMillis(1_500)));
    assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit(1, Duration.ofDays(1).plusSeconds(1)));
  }

  private static Period from(Optional<Instant> notBefore, Optional<Instant> expiresAt) {
    return new Period(notBefore, expiresAt);
  }
}
