package dev.latchkey.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.application.port.in.ForManagingTenants.OwnerLogin;
import dev.latchkey.application.port.in.ForRecallingRefusals.Circumstances;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.KeyFault;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RequestLine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RecallRefusalsTest {

  private static final Refusal DISABLED = new Refusal.KeyDisabled();
  private static final Optional<RequestLine> LINE = Optional.of(new RequestLine("POST", "/leads"));

  private final Shop shop = new Shop();
  private final RecallRefusals refusals = new RecallRefusals(shop.store.refusals(), shop.clock);
  private final Issued key = shop.issue("Dialer");

  @Test
  void aRefusalIsRecalledWithAllThatItWasAbout() {
    Circumstances about = new Circumstances(
        "request-1", LINE, Optional.of(Permission.LEADS_WRITE), Optional.of(new CampaignId(9)), Shop.OFFICE);

    refusals.noteAtOnce(key.key().id(), DISABLED, about);

    NotedRefusal noted = recall("request-1").orElseThrow();
    assertThat(noted.key()).isEqualTo(key.key().masked());
    assertThat(noted.request().key()).isEqualTo(key.key().id());
    assertThat(noted.request().code()).isEqualTo("key_disabled");
    assertThat(noted.request().line()).isEqualTo(LINE);
    assertThat(noted.request().permission()).contains(Permission.LEADS_WRITE);
    assertThat(noted.request().campaign()).contains(new CampaignId(9));
    assertThat(noted.request().address()).isEqualTo(Shop.OFFICE);
    assertThat(noted.request().at()).isEqualTo(shop.clock.now());
  }

  @Test
  void nothingIsNotedOfAKeyThatWasNotProven() {
    for (Refusal early : List.of(
        new Refusal.CredentialsMissing(),
        new Refusal.CredentialsMalformed(CredentialFault.SCHEME),
        new Refusal.KeyMalformed(KeyFault.CHECKSUM),
        new Refusal.KeyInvalid(),
        new Refusal.OperatorTokenInvalid(),
        new Refusal.TooManyFailures(Duration.ofSeconds(1)))) {
      refusals.noteAtOnce(key.key().id(), early, named("request-1"));
    }

    assertThat(recall("request-1")).isEmpty();
  }

  @Test
  void aRefusalIsFoundForSevenDays() {
    refusals.noteAtOnce(key.key().id(), DISABLED, named("request-1"));

    shop.clock.advance(Duration.ofDays(7));
    assertThat(recall("request-1")).isPresent();
    shop.clock.advance(Duration.ofNanos(1_000));
    assertThat(recall("request-1")).isEmpty();
  }

  @Test
  void aRefusalOfADeletedKeyStillTellsItsCodeAndMask() {
    refusals.noteAtOnce(key.key().id(), DISABLED, named("request-1"));
    shop.keys.delete(shop.scope(), key.key().id(), OptionalLong.empty());

    assertThat(recall("request-1").map(NotedRefusal::key)).contains(key.key().masked());
  }

  @Test
  void anotherTenantsRequestIsNotThere() {
    refusals.noteAtOnce(key.key().id(), DISABLED, named("request-1"));
    TenantView other = shop.operator
        .enter(shop.tenants.create(shop.operator, new Name("Other"), Optional.<OwnerLogin>empty()));

    assertThat(refusals.recall(other, "request-1")).isEqualTo(refusals.recall(other, "nobody's")).isEmpty();
  }

  private Optional<NotedRefusal> recall(String requestId) {
    return refusals.recall(shop.scope(), requestId);
  }

  private static Circumstances named(String requestId) {
    return new Circumstances(requestId, LINE, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
