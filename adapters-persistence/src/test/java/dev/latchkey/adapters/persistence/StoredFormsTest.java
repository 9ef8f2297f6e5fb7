package dev.latchkey.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.persistence.audit.ActorText;
import dev.latchkey.adapters.persistence.audit.AuditDetails;
import dev.latchkey.adapters.persistence.audit.SubjectText;
import dev.latchkey.adapters.persistence.campaign.PlanDocument;
import dev.latchkey.adapters.persistence.idempotency.ResponseRow;
import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.adapters.persistence.key.KeyTerms;
import dev.latchkey.adapters.persistence.lead.LeadDocument;
import dev.latchkey.adapters.persistence.rate.LimitedKey;
import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.campaign.CallingEntity;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.campaign.TimeZoneName;
import dev.latchkey.domain.campaign.WebhookAddress;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.rate.RateLimit;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.MathType;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.github.bucket4j.distributed.remote.RemoteStat;
import io.github.bucket4j.distributed.serialization.InternalSerializationHelper;
import io.github.bucket4j.distributed.versioning.Versions;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Literal values of every text and document in a column: where one of these tests fails, rows that exist are not read. */
class StoredFormsTest {

  private static final String TERMS = """
      {"permissions":["leads:read"],"rules":[\
      {"effect":"ALLOW","actions":["READ","WRITE"],"selects":"ALL","campaigns":null,"type":null},\
      {"effect":"ALLOW","actions":["READ"],"selects":"OF_TYPE","campaigns":null,"type":"INBOUND"},\
      {"effect":"DENY","actions":["WRITE"],"selects":"NAMED","campaigns":[3,12],"type":null}],\
      "addresses":["192.0.2.0/24"],"rate":{"requests":5,"window":"PT1M"}}""";

  private static final String PLAN = """
      {"dialing":{"assistantId":"assistant","voiceProviderId":"provider","dialerType":"POOL","callingEntity":"ASSISTANT",\
      "phoneNumberId":null,"phoneNumberPoolId":"pool"},\
      "schedule":{"startDate":"2026-04-01","endDate":"2026-05-01","timezone":"Europe/Berlin",\
      "daysOfWeek":["MONDAY","SUNDAY"],"dailyStartTime":"09:00","dailyEndTime":"17:30:15","maxCallAttempts":3,\
      "maxDailyAttempts":1,"minGapBetweenAttempts":30},"voicemailCounts":true,"webhook":"https://example.com/hook"}""";

  private static final String LEAD = """
      {"firstName":"Ada","lastName":null,"email":"ada@example.com",\
      "customFields":{"flag":{"flag":false},"number":{"number":"12.5"},"text":{"text":"gold"}}}""";

  /** The state of a bucket for 10 requests a minute, of which 3 were used. */
  private static final String BUCKET = """
      00000001000000010000000100000001000000000000000a000000000000000a0000000df8475800000000000000000a008000000000\
      0000000000000000030000000100000003189cb36514d9800000000000000000070000000000000000000000010000000000000003""";

  /** Of each kind of document: one that has none fails {@link #everyDocumentHasALiteralValue}. */
  private static final Set<String> DOCUMENTS = Set.of(
      "AuditDetails", "KeyTerms", "KeyTerms$RateDocument", "RuleDocument", "PlanDocument",
      "PlanDocument$DialingDocument",
      "ScheduleDocument", "LeadDocument", "LeadDocument$ValueDocument");

  @Test
  void theTermsOfAKeyAreWrittenAndReadAsTheyEverWere() {
    KeySettings settings = new KeySettings(
        new Name("Till"),
        KeyStatus.ACTIVE,
        new Grant(Set.of(Permission.LEADS_READ), new CampaignAccess(List.of(
            new CampaignRule(Effect.ALLOW, Set.of(Action.READ, Action.WRITE), new CampaignSelector.All()),
            new CampaignRule(Effect.ALLOW, Set.of(Action.READ), new CampaignSelector.OfType(CampaignType.INBOUND)),
            new CampaignRule(Effect.DENY, Set.of(Action.WRITE),
                new CampaignSelector.Named(Set.of(new CampaignId(12), new CampaignId(3))))))),
        List.of(AddressRange.of("192.0.2.0/24").orElseThrow()),
        Optional.of(new RateLimit(5, Duration.ofMinutes(1))),
        Period.ALWAYS);

    assertThat(KeyTerms.from(settings).toJson()).isEqualTo(TERMS);
    assertThat(KeyTerms.fromJson(TERMS).toGrant()).isEqualTo(settings.grant());
    assertThat(KeyTerms.fromJson(TERMS).toAddresses()).isEqualTo(settings.allowedAddresses());
    assertThat(KeyTerms.fromJson(TERMS).toRateLimit()).isEqualTo(settings.rateLimit());
  }

  @Test
  void thePlanOfACampaignIsWrittenAndReadAsItEverWas() {
    CampaignPlan plan = new CampaignPlan(
        new Name("Hotline"),
        CampaignType.OUTBOUND,
        new Dialing("assistant", "provider", DialerType.POOL, Optional.of(CallingEntity.ASSISTANT), Optional.empty(),
            Optional.of("pool")),
        new Schedule(
            Optional.of(LocalDate.of(2026, 4, 1)),
            Optional.of(LocalDate.of(2026, 5, 1)),
            TimeZoneName.of("Europe/Berlin"),
            Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
            Optional.of(LocalTime.of(9, 0)),
            Optional.of(LocalTime.of(17, 30, 15)),
            OptionalInt.of(3),
            OptionalInt.of(1),
            OptionalInt.of(30)),
        true,
        Optional.of(new WebhookAddress("https://example.com/hook")));

    assertThat(PlanDocument.from(plan).toJson()).isEqualTo(PLAN);
    assertThat(PlanDocument.fromJson(PLAN).toPlan(plan.name(), plan.type())).isEqualTo(plan);
  }

  @Test
  void theDetailsOfALeadAreWrittenAndReadAsTheyEverWere() {
    LeadDetails details = new LeadDetails(
        Optional.of("Ada"),
        Optional.empty(),
        Optional.of("ada@example.com"),
        Map.of(
            "text", new CustomValue.Text("gold"),
            "number", new CustomValue.Numeric(new BigDecimal("12.5")),
            "flag", new CustomValue.Flag(false)));

    assertThat(LeadDocument.from(details).toJson()).isEqualTo(LEAD);
    assertThat(LeadDocument.fromJson(LEAD).toDetails()).isEqualTo(details);
  }

  @Test
  void theDetailsOfAnAuditEventAreWrittenAndReadAsTheyEverWere() {
    String json = "{\"details\":{\"changes\":\"{\\\"status\\\":{\\\"from\\\":null,\\\"to\\\":\\\"ACTIVE\\\"}}\"}}";
    Map<String, String> details = Map.of("changes", "{\"status\":{\"from\":null,\"to\":\"ACTIVE\"}}");

    assertThat(new AuditDetails(details).toJson()).isEqualTo(json);
    assertThat(AuditDetails.fromJson(json).values()).isEqualTo(new TreeMap<>(details));
  }

  @Test
  void actorsAndSubjectsAreWrittenAndReadAsTheyEverWere() {
    Map<Actor, String> actors = Map.of(
        new Actor.Operator(), "operator", new Actor.Holder(new KeyId(5)), "key 5",
        new Actor.Staff(new MemberId(6)), "member 6");
    Map<Id, String> subjects = Map.of(
        new TenantId(3), "tenant 3", new KeyId(3), "key 3", new CampaignId(3), "campaign 3", new LeadId(3), "lead 3",
        new MemberId(3), "member 3", new AuditEventId(3), "audit_event 3");

    assertThat(subjects.keySet().stream().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(Set.of(Id.class.getPermittedSubclasses()));
    actors.forEach((actor, text) -> {
      assertThat(ActorText.from(actor).value()).isEqualTo(text);
      assertThat(new ActorText(text).toActor()).isEqualTo(actor);
    });
    subjects.forEach((subject, text) -> {
      assertThat(SubjectText.from(subject).value()).isEqualTo(text);
      assertThat(new SubjectText(text).toId()).isEqualTo(subject);
    });
  }

  @Test
  void theNameOfARequestThatMayComeAgainIsAsItEverWas() {
    assertThat(ResponseRow.id(new IdempotentRequest("key 5", "POST /api/v2/api-keys", "retry-1")))
        .isEqualTo("acd3bd885af82040db89c335c01bf454015fc61efeef2a1913a4b5e418daa530");
  }

  @Test
  void theOwnerOfARequestThatMayComeAgainIsAsItEverWas() {
    assertThat(ResponseRow.owner(new IdempotentRequest("key 5", "POST /api/v2/api-keys", "retry-1")))
        .isEqualTo("4fec9c05b7f6db9c1b5fdd75bc5107f257d3e28f9cb1313c7797f498438b426f");
  }

  @Test
  void theNameOfARateBucketIsAsItEverWas() {
    assertThat(new LimitedKey(new KeyId(5), new RateLimit(10, Duration.ofMinutes(1))).rowId()).isEqualTo("5");
  }

  /** The library's own form: a state that it does not read any more would be a rate limit that stops counting. */
  @Test
  void aRateBucketIsWrittenAndReadAsItEverWas() {
    LimitedKey key = new LimitedKey(new KeyId(5), new RateLimit(10, Duration.ofMinutes(1)));
    RemoteBucketState used = new RemoteBucketState(
        BucketState.createInitialState(key.bucket(), MathType.INTEGER_64_BITS, 1_773_489_600_000_000_000L),
        new RemoteStat(0),
        null);
    used.consume(3);

    assertThat(HexFormat.of().formatHex(InternalSerializationHelper.serializeState(used, Versions.getLatest())))
        .isEqualTo(BUCKET);
    RemoteBucketState read = InternalSerializationHelper.deserializeState(HexFormat.of().parseHex(BUCKET));
    assertThat(read.getConfiguration()).isEqualTo(key.bucket());
    assertThat(read.getAvailableTokens()).isEqualTo(7);
  }

  @Test
  void aMomentIsStoredInMicroseconds() {
    assertThat(InstantAsMicros.micros(Instant.parse("2026-03-14T12:00:00.123456Z"))).isEqualTo(1_773_489_600_123_456L);
  }

  /** A record that is written as JSON is marked as such, and is found by its source file. */
  @Test
  void everyDocumentHasALiteralValue() throws Exception {
    Path sources = Path.of("src/main/java");
    Set<String> found = new TreeSet<>();
    try (var files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = sources.relativize(file).toString().replace(".java", "").replace('/', '.');
        collect(Class.forName(name), found);
      }
    }
    assertThat(found).isEqualTo(new TreeSet<>(DOCUMENTS));
  }

  private static void collect(Class<?> type, Set<String> found) {
    if (type.isAnnotationPresent(Serdeable.class)) {
      found.add(type.getName().substring(type.getPackageName().length() + 1));
    }
    Arrays.stream(type.getDeclaredClasses()).forEach(inner -> collect(inner, found));
  }
}
