package dev.latchkey.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static final Instant START = Instant.parse("2026-03-14T09:00:00Z");
  private static final Tenant TENANT = Tenant.founded(new TenantId(1), new Name("Shop"), START);
  private static final Member MEMBER = new Member(
      new MemberId(2), TENANT.id(), new Email("ada@shop.example"), Role.VIEWER, new PasswordHash("hash"), START);
  private static final SessionToken TOKEN = new SessionToken("own");

  @Test
  void newSessionLastsTwelveHours() {
    NewSession session = NewSession.of(TOKEN, MEMBER, SessionOrigin.UNKNOWN, START);

    assertThat(session.expiresAt()).isEqualTo(START.plus(Duration.ofHours(12)));
    assertThat(session.startedAt()).isEqualTo(START);
    assertThat(session.tokenDigest()).isEqualTo(TOKEN.digest());
  }

  @Test
  void sessionIsOverAfterTwoIdleHoursOrAtItsEnd() {
    Session session = seen(START);
    assertThat(session.isOverAt(START.plus(Duration.ofHours(2)).minusNanos(1))).isFalse();
    assertThat(session.isOverAt(START.plus(Duration.ofHours(2)))).isTrue();

    Session used = seen(START.plus(Duration.ofHours(11)));
    assertThat(used.isOverAt(START.plus(Duration.ofHours(12)).minusNanos(1))).isFalse();
    assertThat(used.isOverAt(START.plus(Duration.ofHours(12)))).isTrue();
  }

  @Test
  void useIsNotedOnceAMinuteOrWhereTheClockWasSetBack() {
    Session session = seen(START);

    assertThat(session.isToBeNotedAt(START)).isFalse();
    assertThat(session.isToBeNotedAt(START.plusSeconds(60).minusNanos(1))).isFalse();
    assertThat(session.isToBeNotedAt(START.plusSeconds(60))).isTrue();
    assertThat(session.isToBeNotedAt(START.minusNanos(1))).isTrue();
  }

  @Test
  void idIsTheBeginningOfTheDigest() {
    assertThat(seen(START).id()).hasSize(16);
    assertThat(TOKEN.digest()).startsWith(seen(START).id());
  }

  @Test
  void memberAndTenantGoTogether() {
    Tenant other = Tenant.founded(new TenantId(3), new Name("Other"), START);
    assertThatIllegalArgumentException().isThrownBy(
        () -> new Session(TOKEN.digest(), MEMBER, other, SessionOrigin.UNKNOWN, START, START, START));
  }

  @Test
  void userAgentIsKeptShortAndVisible() {
    assertThat(agent(" Mozilla/5.0 (X11) ")).contains("Mozilla/5.0 (X11)");
    assertThat(agent("a ~ b")).contains("a ~ b");
    assertThat(agent("a\u0000\u202eb\u00e9c\n")).contains("abc");
    assertThat(agent("x".repeat(201)).orElseThrow()).hasSize(200);
    assertThat(agent("\u00e9 ")).isEmpty();
    assertThat(agent("")).isEmpty();
    assertThat(SessionOrigin.of(Optional.empty(), Optional.empty())).isEqualTo(SessionOrigin.UNKNOWN);
  }

  private static Optional<String> agent(String text) {
    return SessionOrigin.of(Optional.empty(), Optional.of(text)).userAgent();
  }

  private static Session seen(Instant at) {
    return new Session(
        TOKEN.digest(), MEMBER, TENANT, SessionOrigin.UNKNOWN, START, at, START.plus(Session.LASTS));
  }
}
