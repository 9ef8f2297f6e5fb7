package dev.latchkey.adapters.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.CallerKind;
import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.FieldChanges;
import dev.latchkey.domain.audit.FieldValue;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@MicronautTest
class AuditEndpointsTest {

  private static final String EVENTS = "/audit-events";

  private static final FieldChanges CHANGES = FieldChanges.between(
      Map.of(
          "on", new FieldValue.Flag(false),
          "limit", new FieldValue.Members(new TreeMap<>(Map.of("requests", new FieldValue.Whole(5))))),
      Map.of(
          "on", new FieldValue.Flag(true),
          "limit", FieldValue.NONE,
          "campaigns", new FieldValue.Items(List.of(new FieldValue.Reference(new CampaignId(123))))));

  private static final AuditEvent CREATED = AuditEvent.linked(
      Known.TENANT.id(),
      1,
      new AuditEntry(
          new AuditEventId(7),
          new Actor.Holder(Known.KEY.id()),
          AuditAction.KEY_CREATED,
          Known.KEY.id(),
          Known.NOW,
          AddressRange.address("192.0.2.1"),
          new TreeMap<>(Map.of("name", "CRM", AuditEntry.CHANGES, CHANGES.text()))),
      AuditEvent.ROOT);

  private final Client client;
  private final FakePorts ports;

  AuditEndpointsTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    ports.access.know(Known.granted(Set.of(Permission.AUDIT_READ), CampaignAccess.NONE), Known.TENANT);
    when(ports.audit.list(any(), any(), any()))
        .thenReturn(new Page<>(List.of(new ChainLink.Whole(CREATED, Optional.empty())), OptionalLong.of(7)));
  }

  @ParameterizedTest
  @EnumSource
  void eventsAreListedWithTheirPlaceInTheChain(CallerKind door) {
    Answer answer = client.send(door.request(client, EVENTS + "?limit=1"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo(
            """
                {"status":"success","data":[{"id":"QXVkaXRFdmVudDo3","sequence":1,"action":"api_key.created",\
                "actor":"%s","subject":"%s","at":"2030-01-31T12:00:00Z","address":"192.0.2.1",\
                "details":{"name":"CRM"},"changes":{"campaigns":{"from":null,"to":["Vm9pY2VDYW1wYWlnbjoxMjM="]},\
                "limit":{"from":{"requests":5},"to":null},"on":{"from":false,"to":true}},"previous_hash":"%s","hash":"%s"}],"next_cursor":"YmVmb3JlOjc"}"""
                .formatted(Known.KEY_ID, Known.KEY_ID, AuditEvent.ROOT, CREATED.hash()));
    client.send(door.request(client, EVENTS + "?cursor=" + answer.at("/next_cursor").getStringValue()));
    verify(ports.audit).list(argThat(scope -> scope.tenant().equals(Known.TENANT.id())), eq(AuditFilter.ALL),
        eq(PageRequest.first(1)));
    verify(ports.audit).list(any(), any(), eq(new PageRequest(PageRequest.DEFAULT_LIMIT, OptionalLong.of(7))));
  }

  @Test
  void whoActedAndWhereFromIsToldWhoeverItWas() {
    when(ports.audit.list(any(), any(), any())).thenReturn(
        new Page<>(List.of(by(new Actor.Operator()), by(new Actor.Staff(new MemberId(5)))), OptionalLong.empty()));
    Answer answer = client.send(CallerKind.TENANT.request(client, EVENTS));
    assertThat(answer.at("/data/0/actor").getStringValue()).isEqualTo("operator");
    assertThat(answer.at("/data/1/actor").getStringValue()).isEqualTo("TWVtYmVyOjU=");
    assertThat(answer.at("/data/0/address").isNull()).isTrue();
    assertThat(answer.at("/data/0/details").entries()).isEmpty();
    assertThat(answer.at("/next_cursor").isNull()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anUnreadableEventIsShownAsSuchAmongTheOthers(CallerKind door) {
    when(ports.audit.list(any(), any(), any())).thenReturn(
        new Page<>(List.of(new ChainLink.Unreadable(2), new ChainLink.Whole(CREATED, Optional.empty())),
            OptionalLong.empty()));

    Answer answer = client.send(door.request(client, EVENTS));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/data/0/action").getStringValue()).isEqualTo("unreadable");
    assertThat(answer.at("/data/0/sequence").getIntValue()).isEqualTo(2);
    assertThat(answer.at("/data/0/actor").isNull()).isTrue();
    assertThat(answer.at("/data/1/action").getStringValue()).isEqualTo("api_key.created");
  }

  private static ChainLink by(Actor actor) {
    return new ChainLink.Whole(AuditEvent.linked(
        Known.TENANT.id(),
        2,
        new AuditEntry(
            new AuditEventId(8),
            actor,
            AuditAction.KEY_DELETED,
            Known.KEY.id(),
            Known.NOW,
            Optional.empty(),
            new TreeMap<>()),
        CREATED.hash()),
        Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void aQueryThatDoesNotFitIsNamed(CallerKind door) {
    client.send(door.request(client, EVENTS + "?limit=0")).isProblem(400, "validation_failed")
        .hasFault("/limit", "out_of_range");
    verifyNoInteractions(ports.audit);
  }

  @ParameterizedTest
  @EnumSource
  void eventsAreListedByTheFiltersThatAreGiven(CallerKind door) {
    String filters = "?since=2030-01-01T00:00:00Z&action=api_key.created&actor=" + Known.KEY_ID
        + "&subject=VoiceCampaign:5";
    client.send(door.request(client, EVENTS + filters));
    client.send(door.request(client, EVENTS + "?actor=Member:5&subject=Member:6"));
    client.send(door.request(client, EVENTS + "?actor=operator&subject=Tenant:123"));
    verify(ports.audit).list(any(), eq(new AuditFilter(
        Optional.of(Instant.parse("2030-01-01T00:00:00Z")),
        Optional.of(AuditAction.KEY_CREATED),
        Optional.of(new Actor.Holder(Known.KEY.id())),
        Optional.of(new CampaignId(5)))), any());
    verify(ports.audit).list(any(), eq(by(new Actor.Staff(new MemberId(5)), new MemberId(6))), any());
    verify(ports.audit).list(any(), eq(by(new Actor.Operator(), new TenantId(123))), any());
  }

  private static AuditFilter by(Actor actor, Id subject) {
    return new AuditFilter(Optional.empty(), Optional.empty(), Optional.of(actor), Optional.of(subject));
  }

  @ParameterizedTest
  @CsvSource({
      "since=yesterday, /since, invalid_time",
      "action=key.borrowed, /action, not_one_of",
      "action=API_KEY.CREATED, /action, not_one_of",
      "actor=Operator, /actor, invalid_id",
      "actor=VoiceCampaign:5, /actor, invalid_id",
      "subject=operator, /subject, invalid_id",
      "subject=somebody, /subject, invalid_id"})
  void aFilterOfAnotherKindIsRefusedAndNeverIgnored(String query, String pointer, String code) {
    client.send(CallerKind.TENANT.request(client, EVENTS + "?" + query)).isProblem(400, "validation_failed")
        .hasFault(pointer, code);
    verifyNoInteractions(ports.audit);
  }

  @Test
  void anUnknownTenantHasNoTrail() {
    client.send(client.asOperator("/api/platform/v1/tenants/Tenant:124/audit-events?limit=no"))
        .isProblem(404, "tenant_not_found");
  }
}
