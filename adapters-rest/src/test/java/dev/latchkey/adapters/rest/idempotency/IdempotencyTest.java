package dev.latchkey.adapters.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.adapters.rest.fixtures.Wire;
import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.in.ForDeduplicatingRequests.Claim;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing;
import dev.latchkey.application.port.in.ForManagingKeys.Rotating;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.DelegationLimits.Dimension;
import dev.latchkey.domain.key.RotationObstacle;
import dev.latchkey.domain.key.format.KeyFormat;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

@MicronautTest
class IdempotencyTest {

  private static final Claim.First CLAIM = new Claim.First(Instant.EPOCH);
  private static final String LEADS = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String KEYS = "/api/platform/v1/tenants/" + Known.TENANT_ID + "/api-keys";
  private static final String ROTATE = KEYS + "/" + Known.KEY_ID + "/rotate";
  private static final String LEAD = "{\"phone_number\": \"+14155550123\"}";

  private final Client client;
  private final FakePorts ports;

  IdempotencyTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.once.claim(any(), any())).thenReturn(CLAIM);
    when(ports.leads.add(any(), any())).thenReturn(new Adding.Added(Known.LEAD));
    when(ports.keys.issue(any(), any(), any())).thenReturn(new Issuing.Issued(Known.KEY, Known.PLAIN));
  }

  private Client.Answer add(String path, String idempotencyKey, String json) {
    return client.send(client.withKey(path).header("Idempotency-Key", idempotencyKey), "POST", json);
  }

  private Client.Answer manage(String path, String json) {
    return client.send(client.asOperator(path).header("Idempotency-Key", "k"), "POST", json);
  }

  private StoredResponse kept() {
    ArgumentCaptor<StoredResponse> answer = ArgumentCaptor.captor();
    verify(ports.once).settle(any(), eq(CLAIM), answer.capture());
    verify(ports.once, never()).release(any(), any());
    return answer.getValue();
  }

  private void nothingIsKept() {
    verify(ports.once).release(any(), eq(CLAIM));
    verify(ports.once, never()).settle(any(), any(), any());
  }

  private String fingerprint(String idempotencyKey, String json) {
    add(LEADS, idempotencyKey, json);
    ArgumentCaptor<String> fingerprint = ArgumentCaptor.captor();
    verify(ports.once, atLeastOnce()).claim(any(), fingerprint.capture());
    return fingerprint.getValue();
  }

  @Test
  void aRequestWithoutTheHeaderIsNeitherClaimedNorKept() {
    assertThat(client.send(client.withKey(LEADS), "POST", LEAD).status()).isEqualTo(201);
    verifyNoInteractions(ports.once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", " ", "a\tb"})
  void anIdempotencyKeyThatIsNoneIsNamed(String unfit) {
    add(LEADS, unfit, LEAD).isProblem(400, "validation_failed").hasFault("/Idempotency-Key", "invalid_idempotency_key");
    verifyNoInteractions(ports.once, ports.leads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00fc", "\u007f"})
  void onlyVisibleAsciiIsAnIdempotencyKey(String unfit) {
    Wire.Reply reply = Wire.send(
        client.port(),
        "POST " + LEADS + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
            + Known.PLAIN.reveal() + "\r\nIdempotency-Key: " + unfit + "\r\nContent-Length: " + LEAD.length()
            + "\r\n\r\n" + LEAD);
    assertThat(reply.status()).isEqualTo(400);
    verifyNoInteractions(ports.once, ports.leads);
  }

  @Test
  void anIdempotencyKeyHasTwoHundredFiftyFiveCharactersAtMost() {
    assertThat(add(LEADS, "~".repeat(255), LEAD).status()).isEqualTo(201);
    add(LEADS, "~".repeat(256), LEAD).isProblem(400, "validation_failed");
  }

  @Test
  void twoIdempotencyKeysAreNone() {
    client.send(client.withKey(LEADS).header("Idempotency-Key", "a").header("Idempotency-Key", "b"), "POST", LEAD)
        .isProblem(400, "validation_failed")
        .hasFault("/Idempotency-Key", "invalid_idempotency_key");
  }

  @Test
  void aRequestIsItsSendersOwnAndItsRoutes() {
    add(LEADS, "k", LEAD);
    verify(ports.once).claim(
        eq(new IdempotentRequest(KeyFormat.handle(Known.KEY.id()), "POST " + LEADS, "k")), any());
    manage(KEYS, "{\"name\": \"CRM\"}");
    verify(ports.once).claim(eq(new IdempotentRequest("operator", "POST " + KEYS, "k")), any());
  }

  @Test
  void aTrailingSlashMakesNoOtherRoute() {
    add(LEADS + "/", "k", LEAD);
    verify(ports.once).claim(
        eq(new IdempotentRequest(KeyFormat.handle(Known.KEY.id()), "POST " + LEADS, "k")), any());
  }

  @Test
  void theFingerprintIsTheBodysAndTellsNothingOfIt() {
    String fingerprint = fingerprint("k", LEAD);
    assertThat(fingerprint).matches("[0-9a-f]{64}");
    assertThat(fingerprint("k", LEAD)).isEqualTo(fingerprint);
    assertThat(fingerprint("k", LEAD.replace("3\"", "4\""))).isNotEqualTo(fingerprint);
    assertThat(fingerprint("l", LEAD)).as("not to be guessed without the key").isNotEqualTo(fingerprint);
  }

  @Test
  void theFirstAnswerIsGivenAgainAndNothingIsDone() {
    Client.Answer first = add(LEADS, "k", LEAD);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    StoredResponse kept = kept();
    when(ports.once.claim(any(), any())).thenReturn(new Claim.Again(kept));
    Client.Answer again = add(LEADS, "k", LEAD);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(again.text()).isEqualTo(first.text());
    verify(ports.leads).add(any(), any());
  }

  @Test
  void aNewKeyIsShownOnceAndNeverKept() {
    Client.Answer first = manage(KEYS, "{\"name\": \"CRM\"}");
    assertThat(first.at("/data/key").getStringValue()).isEqualTo(Known.PLAIN.reveal());
    StoredResponse kept = kept();
    assertThat(kept.body()).doesNotContain(Known.PLAIN.reveal(), "\"key\"");
    when(ports.once.claim(any(), any())).thenReturn(new Claim.Again(kept));
    Client.Answer again = manage(KEYS, "{\"name\": \"CRM\"}");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.at("/data/id").getStringValue()).isEqualTo(Known.KEY_ID);
    for (String header : List.of("ETag", "Cache-Control", "Content-Type")) {
      assertThat(again.header(header)).as(header).isPresent().isEqualTo(first.header(header));
    }
    assertThat(again.text())
        .isEqualTo(first.text().replace(",\"key\":\"" + Known.PLAIN.reveal() + "\"", ""));
  }

  @Test
  void aRotatedKeyIsShownOnceAndNeverKept() {
    when(ports.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.Rotated(Known.KEY, Known.PLAIN));
    assertThat(manage(ROTATE, "{\"overlap_seconds\": 0}").text()).contains(Known.PLAIN.reveal());
    assertThat(kept().body()).doesNotContain(Known.PLAIN.reveal());
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    when(ports.once.claim(any(), any())).thenReturn(new Claim.OtherBody());
    add(LEADS, "k", LEAD).isProblem(422, "idempotency_key_reused");
    verifyNoInteractions(ports.leads);
    verify(ports.once, never()).release(any(), any());
  }

  @Test
  void aRequestThatIsBeingCarriedOutIsNotCarriedOutTwice() {
    when(ports.once.claim(any(), any())).thenReturn(new Claim.Running());
    add(LEADS, "k", LEAD).isProblem(409, "idempotency_in_progress");
    verifyNoInteractions(ports.leads);
    verify(ports.once, never()).release(any(), any());
  }

  @Test
  void aConflictIsKeptAndToldAgainUnderTheIdOfTheNewRequest() {
    when(ports.keys.rotate(any(), any(), any(), any()))
        .thenReturn(new Rotating.Impossible(RotationObstacle.ALREADY_ROTATED));
    Client.Answer first = manage(ROTATE, "{\"overlap_seconds\": 0}").isProblem(409, "key_state_conflict");
    StoredResponse kept = kept();
    when(ports.once.claim(any(), any())).thenReturn(new Claim.Again(kept));
    Client.Answer again = manage(ROTATE, "{\"overlap_seconds\": 0}").isProblem(409, "key_state_conflict");
    assertThat(again.header("Idempotent-Replayed")).hasValue("true");
    assertThat(again.at("/detail")).isEqualTo(first.at("/detail"));
    assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
  }

  @Test
  void aBodyThatDoesNotFitIsNotKept() {
    add(LEADS, "k", "{}").isProblem(400, "validation_failed");
    nothingIsKept();
  }

  @Test
  void anotherVersionIsNotKeptAsTheNextRequestMayNameTheRightOne() {
    client.send(
        client.asOperator(ROTATE).header("Idempotency-Key", "k").header("If-Match", "\"v9\""), "POST",
        "{\"overlap_seconds\": 0}").isProblem(412, "version_conflict");
    nothingIsKept();
  }

  @Test
  void anEscalationIsNotKept() {
    when(ports.keys.issue(any(), any(), any())).thenReturn(new Issuing.Escalates(Set.of(Dimension.PERMISSIONS)));
    manage(KEYS, "{\"name\": \"CRM\"}").isProblem(403, "permission_escalation");
    nothingIsKept();
  }

  @Test
  void whatIsNotThereYetIsNotKept() {
    when(ports.keys.rotate(any(), any(), any(), any())).thenReturn(new Rotating.NoSuchKey());
    manage(ROTATE, "{\"overlap_seconds\": 0}").isProblem(404, "api_key_not_found");
    nothingIsKept();
  }

  @Test
  void aFailureIsNotKept() {
    when(ports.leads.add(any(), any())).thenThrow(new StoreUnavailable(new IllegalStateException()));
    add(LEADS, "k", LEAD).isProblem(503, "store_unavailable");
    nothingIsKept();
  }

  @Test
  void aBugIsNotKept() {
    when(ports.leads.add(any(), any())).thenThrow(new IllegalStateException("secret detail"));
    add(LEADS, "k", LEAD).isProblem(500, "internal_error");
    nothingIsKept();
  }

  @Test
  void aBodyThatIsNoJsonClaimsNothing() {
    add(LEADS, "k", "no json").isProblem(400, "body_malformed");
    verifyNoInteractions(ports.once);
  }

  @Test
  void whereNothingCanBeClaimedNothingIsDone() {
    when(ports.once.claim(any(), any())).thenThrow(new StoreUnavailable(new IllegalStateException()));
    add(LEADS, "k", LEAD).isProblem(503, "store_unavailable");
    verifyNoInteractions(ports.leads);
  }

  @Test
  void whatWasDoneIsToldEvenIfItCannotBeKept() {
    doThrow(new StoreUnavailable(new IllegalStateException())).when(ports.once).settle(any(), any(), any());
    assertThat(add(LEADS, "k", LEAD).status()).isEqualTo(201);
  }

  @Test
  void nothingIsReplayedToWhoeverMayNoLonger() {
    when(ports.once.claim(any(), any()))
        .thenReturn(new Claim.Again(new StoredResponse(201, "application/json", Map.of(), "{}")));
    ports.access.know(Known.granted(Permission.BY_DEFAULT, CampaignAccess.NONE), Known.TENANT);
    add(LEADS, "k", LEAD).isProblem(403, "campaign_access_denied");
    String v1 = "/v1/api/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
    add(v1, "k", "{\"tenant_id\": \"" + Known.TENANT_ID + "\"}").isProblem(403, "campaign_access_denied");
    add(v1, "k", LEAD).isProblem(400, "tenant_id_missing");
    verifyNoInteractions(ports.once);
  }

  @Test
  void aLeadOfTheFirstVersionIsAddedOnceToo() {
    String lead = LEAD.replace("{", "{\"tenant_id\": \"" + Known.TENANT_ID + "\", ");
    String path = "/v1/api/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
    Client.Answer first = add(path, "k", lead);
    assertThat(List.of(first.status(), kept().status())).containsExactly(201, 201);
    assertThat(kept().body()).isEqualTo(first.text());
  }
}
