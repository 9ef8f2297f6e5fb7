package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.in.ForRecallingRefusals.Circumstances;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.refusal.RequestLine;
import dev.latchkey.domain.tenant.TenantStatus;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

@MicronautTest
class RefusalNotesTest {

  private static final String LEADS = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String WHOAMI = "/api/v2/auth/whoami";

  private final Client client;
  private final FakePorts ports;

  RefusalNotesTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  private Circumstances send(String path, String authorization) {
    client.send(client.to(path).header("Authorization", authorization).header("X-Request-Id", "mine-1"));
    ArgumentCaptor<Circumstances> about = ArgumentCaptor.captor();
    verify(ports.refusals).noteAtOnce(eq(Known.KEY.id()), any(), about.capture());
    return about.getValue();
  }

  @Test
  void aRefusalAtTheDoorIsNotedWithAllThatItWasAbout() {
    ports.access.know(Known.granted(Set.of(Permission.LEADS_WRITE), CampaignAccess.EVERYWHERE), Known.TENANT);

    Circumstances about = send(LEADS, "Bearer " + Known.PLAIN.reveal());

    assertThat(about.requestId()).isEqualTo("mine-1");
    assertThat(about.line()).contains(new RequestLine("GET", LEADS));
    assertThat(about.permission()).contains(Permission.LEADS_READ);
    assertThat(about.campaign()).contains(Known.CAMPAIGN.id());
    assertThat(about.address()).isPresent();
    verify(ports.refusals).noteAtOnce(any(), eq(new Refusal.PermissionMissing(Permission.LEADS_READ)), any());
  }

  @Test
  void thePathIsNotedWithoutItsQueryAndCutToItsLength() {
    ports.access.know(Known.granted(Permission.BY_DEFAULT, CampaignAccess.NONE), Known.TENANT);
    String path = "/api/v2/api-keys/" + "x".repeat(600);

    assertThat(send(path + "?limit=1", "Bearer " + Known.PLAIN.reveal()).line())
        .contains(new RequestLine("GET", path.substring(0, 512)));
  }

  @Test
  void aKeyInThePathIsNotedWithoutItsSecret() {
    ports.access.know(Known.granted(Permission.BY_DEFAULT, CampaignAccess.NONE), Known.TENANT);

    Circumstances about = send("/api/v2/api-keys/" + Known.PLAIN.reveal(), "Bearer " + Known.PLAIN.reveal());

    assertThat(about.line().orElseThrow().path())
        .isEqualTo("/api/v2/api-keys/lk_live_" + KeyFormat.handle(Known.KEY.id()) + "_…");
  }

  @Test
  void aRefusalOfTheCampaignIsNotedToo() {
    ports.access.know(Known.granted(Permission.BY_DEFAULT, CampaignAccess.NONE), Known.TENANT);

    assertThat(send(LEADS, "Bearer " + Known.PLAIN.reveal()).permission()).contains(Permission.LEADS_READ);
    verify(ports.refusals).noteAtOnce(any(), eq(new Refusal.CampaignAccessDenied(Optional.empty())), any());
  }

  @Test
  void aCampaignThatTheTenantDoesNotHaveIsNotedAsItWasAskedFor() {
    assertThat(send("/api/v2/voice-campaigns/VoiceCampaign:790/leads", "Bearer " + Known.PLAIN.reveal()).campaign())
        .contains(new CampaignId(790));
  }

  @Test
  void aRefusalWhereAnyKeyWouldDoNeedsNoPermission() {
    ports.access.know(Known.KEY, Known.TENANT.changed(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED)));

    assertThat(send(WHOAMI, "Bearer " + Known.PLAIN.reveal()).permission()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic abc", "Bearer lk_live_0123456789", "Bearer an-operator-token"})
  void nothingIsNotedBeforeTheSecretIsProven(String authorization) {
    client.send(client.to(WHOAMI).header("Authorization", authorization));

    verifyNoInteractions(ports.refusals);
  }

  @Test
  void aRightKeyIdWithAWrongSecretIsNotNoted() {
    client.send(client.to(WHOAMI).header("Authorization", "Bearer " + otherSecret()));

    verifyNoInteractions(ports.refusals);
  }

  @Test
  void whatIsGrantedIsNotNoted() {
    client.send(client.to(WHOAMI).header("Authorization", "Bearer " + Known.PLAIN.reveal()));

    verifyNoInteractions(ports.refusals);
  }

  private static String otherSecret() {
    return new PlainKey(Known.PLAIN.environment(), Known.PLAIN.id(), KeySecret.drawn(_ -> 8)).reveal();
  }
}
