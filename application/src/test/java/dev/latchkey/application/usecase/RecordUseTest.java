package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordUseTest {

  private final Shop shop = new Shop();
  private final PlainKey key = shop.issue("Till").plain();

  @Test
  void anAdmittedRequestIsAUseOfTheKeyHoweverItWasDecided() {
    shop.use(key);
    assertThat(lastUse()).contains(Shop.OPENING);

    shop.clock.advance(Duration.ofMinutes(1));
    shop.access.checkAtOnce(Shop.bearer(key.reveal()), Optional.empty(), Shop.OFFICE);
    assertThat(lastUse()).contains(Shop.OPENING.plusSeconds(60));
  }

  @Test
  void aRefusedRequestIsNoUseOfTheKey() {
    PlainKey forged = new PlainKey(key.environment(), key.id(), shop.mint.secret());

    shop.use(forged);
    shop.access.check(Shop.bearer(key.reveal()), Optional.of(Permission.AUDIT_READ), Shop.OFFICE);
    shop.access.checkAtOnce(Shop.bearer(key.reveal()), Optional.of(Permission.AUDIT_READ), Shop.OFFICE);

    assertThat(lastUse()).isEmpty();
  }

  @Test
  void whoVerifiesAKeyForAnotherUsesIt() {
    Operator operator = shop.operator;
    PresentedKey presented = new PresentedKey(key.reveal());

    shop.access.verify(
        operator, presented, Optional.of(Permission.LEADS_READ), Optional.of(CampaignId.UNKNOWN), Shop.OFFICE);

    assertThat(lastUse()).contains(Shop.OPENING);
  }

  private Optional<Instant> lastUse() {
    return shop.keys.find(shop.scope(), key.id()).orElseThrow().lastUsedAt();
  }
}
