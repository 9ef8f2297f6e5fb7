package dev.latchkey.adapters.dashboard.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.application.port.in.ForCheckingAccess.Supposition;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.access.AccessPolicy;
import dev.latchkey.domain.access.AccessRequest;
import dev.latchkey.domain.access.CheckOutcome;
import dev.latchkey.domain.access.CheckResult;
import dev.latchkey.domain.access.ExplainedCampaign;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhyPagesTest {

  private static final String WHY = Dashboard.HOME + "/settings/why";
  private static final PlainKey PLAIN = Dashboard.plain(Environment.LIVE);
  private static final ApiKey KEY = Dashboard.key("CRM", PLAIN);
  private static final String HANDLE = KeyFormat.handle(PLAIN.id());
  private static final String WHOLE = PLAIN.reveal();
  private static final String CANARY = WHOLE.substring(20, 50);
  private static final CampaignId CAMPAIGN = new CampaignId(789);

  private static final Explanation DISABLED = refused("key_enabled", new Refusal.KeyDisabled());

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @BeforeEach
  void prepare() {
    dashboard.has(KEY);
    when(dashboard.keys.find(any(), eq(KEY.id()))).thenReturn(Optional.of(KEY));
    when(dashboard.access.explain(any(), argThat(WhyPagesTest::isAboutTheKey))).thenReturn(Optional.of(DISABLED));
    when(dashboard.access.explain(any(), any(RefusedRequest.class))).thenReturn(Optional.of(DISABLED));
  }

  private static boolean isAboutTheKey(@Nullable Supposition supposed) {
    return supposed != null && supposed.key().equals(KEY.id());
  }

  static Stream<String> whatTheKeyMayBeCalled() {
    return Stream.of(
        HANDLE, "lk_live_" + HANDLE, KEY.masked().value(), KEY.masked().value().replace("…", "..."), "ApiKey:42",
        "QXBpS2V5OjQy", WHOLE, "Bearer " + WHOLE, "Authorization: Bearer " + WHOLE + " ");
  }

  @ParameterizedTest
  @MethodSource("whatTheKeyMayBeCalled")
  void aKeyIsExplainedByWhateverItIsCalled(String subject) {
    HttpResponse<String> reply = ask(Map.of("subject", subject));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains(KEY.masked().value(), "would be refused", "key_disabled", "Enable it");
  }

  @Test
  void ofAWholeKeyNothingButTheHandleIsKeptOrShown() {
    for (String pasted : List.of(WHOLE, WHOLE + "x", WHOLE.substring(0, 50), "x" + WHOLE, WHOLE.substring(8),
        WHOLE.substring(0, 30) + " " + WHOLE.substring(30), WHOLE.toUpperCase(Locale.ROOT))) {
      for (String permission : List.of("leads:read", "unknown")) {
        HttpResponse<String> reply = ask(Map.of("subject", pasted, "permission", permission));

        assertThat(reply.body()).as(pasted).doesNotContain(CANARY.substring(0, 8), WHOLE.substring(30, 38));
        assertThat(reply.headers().toString()).doesNotContain(CANARY.substring(0, 8));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"lk_live_01, its end is missing", "lk_, its end is missing",
      "lk_test_00000000001, starts with lk_live_"})
  void whatIsNoKeyIsSaidToBeNone(String pasted, String told) {
    assertThat(ask(Map.of("subject", pasted)).body()).contains(told, "Copy the complete key again");
    verifyNoInteractions(dashboard.access);
  }

  @Test
  void aSpaceInsideAndSomethingBehindAndATypoAreTold() {
    assertThat(ask(Map.of("subject", WHOLE.substring(0, 30) + " " + WHOLE.substring(30))).body())
        .contains("The key contains a space");
    assertThat(ask(Map.of("subject", WHOLE + "x")).body()).contains("extra characters at its end");
    assertThat(ask(Map.of("subject", WHOLE.substring(0, 40) + "0" + WHOLE.substring(41))).body())
        .contains("its checksum is wrong");
  }

  @Test
  void theQuestionIsAskedAsItWasMeant() {
    ask(Map.of(
        "subject", HANDLE, "permission", "leads:write", "campaign", "VoiceCampaign:789", "address", "192.0.2.9",
        "at", "2026-03-01T10:30"));

    verify(dashboard.access).explain(
        argThat(scope -> scope.tenant().equals(Dashboard.TENANT)),
        eq(new Supposition(
            KEY.id(), Permission.LEADS_WRITE, Optional.of(CAMPAIGN),
            Optional.of(InetAddress.ofLiteral("192.0.2.9")), Optional.of(Instant.parse("2026-03-01T10:30:00Z")))));
  }

  @Test
  void theNewestCampaignsAreThereToChooseFromAlsoBesideAnAnswer() {
    CampaignPlan plan = new CampaignPlan(
        new Name("Spring & summer"),
        CampaignType.INBOUND,
        new Dialing("a", "p", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty()),
        Schedule.EMPTY,
        false,
        Optional.empty());
    Campaign campaign = Campaign.drafted(CAMPAIGN, Dashboard.TENANT, plan, Dashboard.THEN);
    when(dashboard.campaigns.list(argThat((TenantView view) -> view.tenant().equals(Dashboard.TENANT)), any()))
        .thenReturn(new Page<>(List.of(campaign), OptionalLong.empty()));
    String option = "<option value=\"" + PublicId.of(CAMPAIGN) + "\">Spring &amp; summer</option>";

    assertThat(dashboard.signedIn().open(WHY).body()).contains(option);
    assertThat(ask(Map.of("subject", HANDLE)).body()).contains(option);
  }

  @Test
  void everyFaultIsToldAtOnceBesideItsField() {
    HttpResponse<String> reply = ask(Map.of(
        "subject", " ", "permission", "all", "campaign", "Tenant:1", "address", "here", "at", "soon"));

    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.body()).contains(
        "id=\"subject-fault\"", "id=\"permission-fault\"", "id=\"campaign-fault\"", "id=\"address-fault\"",
        "id=\"at-fault\"", "value=\"Tenant:1\"");
  }

  @Test
  void theDecidingRuleIsTold() {
    CampaignRule rule = new CampaignRule(
        Effect.DENY, Set.of(Action.WRITE), new CampaignSelector.Named(Set.of(CAMPAIGN)));
    Explanation denied = new Explanation(
        List.of(
            new CheckResult("key_enabled", CheckOutcome.Reason.KEY_ACTIVE),
            new CheckResult("campaign_in_reach", new Refusal.CampaignAccessDenied(Optional.of(rule)))),
        new Explanation.Refused(new Refusal.CampaignAccessDenied(Optional.of(rule))));
    when(dashboard.access.explain(any(), any(Supposition.class))).thenReturn(Optional.of(denied));

    assertThat(ask(Map.of("subject", HANDLE)).body())
        .contains("deny write on Vm9pY2VDYW1wYWlnbjo3ODk=", "campaign_access_denied",
            "A campaign access rule of the key denies");
  }

  @Test
  void whatWouldBeLetInIsSaidSo() {
    when(dashboard.access.explain(any(), any(Supposition.class))).thenReturn(Optional.of(
        new Explanation(
            List.of(new CheckResult("key_enabled", CheckOutcome.Reason.KEY_ACTIVE)),
            new Explanation.Granted())));

    assertThat(ask(Map.of("subject", HANDLE)).body()).contains("would be granted", "The key is active.");
  }

  @Test
  void withoutACampaignTheAnswerDependsOnItAndTheRulesAreShown() {
    CampaignRule rule = new CampaignRule(
        Effect.DENY, Set.of(Action.WRITE), new CampaignSelector.Named(Set.of(CAMPAIGN)));
    Explanation depends = new Explanation(
        List.of(new CheckResult("campaign_in_reach", new CheckResult.DependsOnCampaign(false))),
        new Explanation.DependsOnCampaign(List.of(rule)));
    when(dashboard.access.explain(any(), any(Supposition.class))).thenReturn(Optional.of(depends));

    assertThat(ask(Map.of("subject", HANDLE)).body())
        .contains("depends on the campaign", "deny write on Vm9pY2VDYW1wYWlnbjo3ODk=", "Enter a campaign id")
        .doesNotContain("would be granted");
  }

  @Test
  void anActionThatNoRuleAllowsIsRefusedWithoutACampaign() {
    Explanation nowhere = new Explanation(
        List.of(new CheckResult("campaign_in_reach", new CheckResult.AllowedNowhere())),
        new Explanation.Refused(new Refusal.CampaignAccessDenied(Optional.empty())));
    when(dashboard.access.explain(any(), any(Supposition.class))).thenReturn(Optional.of(nowhere));

    assertThat(ask(Map.of("subject", HANDLE)).body())
        .contains("would be refused", "<span class=\"verdict\">refused</span>")
        .containsPattern("</span><br>\\s+No campaign access rule of the key allows this action\\.");
  }

  @Test
  void aRequestThatADenyRuleRefusedIsExplainedByThatRuleInHeadlineAndSteps() {
    CampaignRule rule = new CampaignRule(
        Effect.DENY, Set.of(Action.WRITE), new CampaignSelector.Named(Set.of(CAMPAIGN)));
    Explanation denied = new Explanation(
        List.of(new CheckResult("campaign_in_reach", new Refusal.CampaignAccessDenied(Optional.of(rule)))),
        new Explanation.Refused(new Refusal.CampaignAccessDenied(Optional.of(rule))));
    when(dashboard.refusals.recall(any(), eq("request-1")))
        .thenReturn(Optional.of(noted("campaign_access_denied")));
    when(dashboard.access.explain(any(), any(RefusedRequest.class))).thenReturn(Optional.of(denied));

    assertThat(ask(Map.of("subject", "request-1")).body())
        .contains("A campaign access rule of the key denies this action", "deny write on")
        .doesNotContain("No campaign access rule of the key allows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"%s\"", "<%s>", "'%s'", "\uFEFF%s", "\u201C%s\u201D"})
  void somethingAroundAKeyIsNamedAndNothingOfTheKeyShown(String form) {
    assertThat(ask(Map.of("subject", form.formatted(WHOLE))).body())
        .contains("The key has surrounding characters").doesNotContain(CANARY.substring(0, 8));
  }

  @Test
  void aRefusedRequestIsFoundByItsIdWithWhatIsDecidedToday() {
    when(dashboard.refusals.recall(any(), eq("request-1"))).thenReturn(Optional.of(noted("permission_missing")));

    String page = ask(Map.of("subject", "request-1")).body();

    assertThat(page).contains(
        "was refused", "permission_missing", "lacks the permission leads:write", "request-1", "192.0.2.7",
        "2026-01-01 00:00:00 UTC", "would still be refused", "The key is disabled.");
    verify(dashboard.access).explain(any(), eq(noted("permission_missing").request()));
  }

  @Test
  void aRequestOfADeletedKeyStillTellsItsCodeAndMask() {
    when(dashboard.refusals.recall(any(), eq("request-1"))).thenReturn(Optional.of(noted("key_disabled")));
    when(dashboard.access.explain(any(), any(RefusedRequest.class))).thenReturn(Optional.empty());

    assertThat(ask(Map.of("subject", "request-1")).body())
        .contains(KEY.masked().value(), "key_disabled", "was deleted since");
  }

  @ParameterizedTest
  @ValueSource(strings = {"request-2", "00000000099", "ApiKey:99", "lk_live_0000…0000", "lk_live_00000000099"})
  void whatTheTenantDoesNotHaveIsOneAnswer(String subject) {
    String page = ask(Map.of("subject", subject)).body();

    assertThat(page).contains("Your tenant has no such key").doesNotContain("value=\"request-2\"");
    assertThat(withoutSubject(page)).isEqualTo(withoutSubject(ask(Map.of("subject", "nobodys")).body()));
  }

  static Stream<Refusal> refusalsOfAKey() {
    return Stream.of(
        new Refusal.KeyDisabled(), new Refusal.KeyExpired(), new Refusal.KeyNotYetValid(),
        new Refusal.TenantSuspended(), new Refusal.AddressNotAllowed(Optional.empty()),
        new Refusal.RateLimited(new RateLimit(5, Duration.ofMinutes(1)), Duration.ofSeconds(3)),
        new Refusal.PermissionMissing(Permission.LEADS_READ), new Refusal.TenantIdMissing(),
        new Refusal.TenantMismatch(), new Refusal.CampaignAccessDenied(Optional.empty()),
        new Refusal.CampaignNotFound());
  }

  @ParameterizedTest
  @MethodSource("refusalsOfAKey")
  void everyRefusalIsExplainedInEveryLanguage(Refusal refusal) {
    when(dashboard.access.explain(any(), any(Supposition.class)))
        .thenReturn(Optional.of(refused("key_enabled", refusal)));
    Browser browser = dashboard.signedIn();
    for (Language language : Language.values()) {
      String url = WHY.replace("/en/", "/" + language.tag() + "/");
      browser.open(url);
      HttpResponse<String> reply = browser.send(url, Map.of("subject", HANDLE, "permission", "leads:read"));

      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.body()).contains(refusal.code(), language.text("why.fix")).doesNotContain("{0}", "%1");
    }
  }

  @Test
  void everyStepOfTheDecisionHasWordsInEveryLanguage() {
    StoredKey credential = new StoredKey(KEY, Dashboard.staff("Acme").tenant());
    AccessRequest attempt = new AccessRequest(Optional.of(Permission.LEADS_READ), Optional.empty(), Dashboard.THEN);
    Explanation granted = AccessPolicy.explain(credential, attempt, Optional.empty(),
        new ExplainedCampaign.NoCampaign());
    assertThat(granted.refusal()).isEmpty();
    when(dashboard.access.explain(any(), any(Supposition.class))).thenReturn(Optional.of(granted));
    Browser browser = dashboard.signedIn();
    for (Language language : Language.values()) {
      String url = WHY.replace("/en/", "/" + language.tag() + "/");
      browser.open(url);
      HttpResponse<String> reply = browser.send(url, Map.of("subject", HANDLE, "permission", "leads:read"));

      assertThat(reply.statusCode()).isEqualTo(200);
      for (CheckResult step : granted.steps()) {
        assertThat(reply.body()).contains(language.text("why.step." + step.question()));
      }
    }
  }

  @Test
  void whatMostOftenGoesWrongIsAnsweredOneByOne() {
    assertThat(dashboard.signedIn().open(WHY).body()).contains(
        "“Bearer ” is missing", "copied with spaces", "cut short", "was deleted", "key_disabled", "permission_missing",
        "campaign_access_denied", "tenant_suspended");
  }

  @Test
  void aFormFromElsewhereIsNotAnswered() {
    Browser browser = dashboard.signedIn();

    assertThat(browser.post(WHY, Map.of("subject", HANDLE, "permission", "leads:read")).statusCode()).isEqualTo(403);
    verify(dashboard.access, never()).explain(any(), any(Supposition.class));
  }

  private static HttpResponse<String> ask(Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.putIfAbsent("permission", "leads:read");
    Browser browser = dashboard.signedIn();
    browser.open(WHY);
    return browser.send(WHY, all);
  }

  private static String withoutSubject(String page) {
    return page.replaceAll("value=\"[^\"]*\"", "");
  }

  private static Explanation refused(String question, Refusal refusal) {
    return new Explanation(
        List.of(new CheckResult(question, refusal)),
        new Explanation.Refused(refusal));
  }

  private static NotedRefusal noted(String code) {
    return new NotedRefusal(
        new RefusedRequest(
            "request-1", KEY.id(), code, Optional.empty(), Optional.of(Permission.LEADS_WRITE), Optional.of(CAMPAIGN),
            Optional.of(Dashboard.ADDRESS), Dashboard.THEN),
        KEY.masked());
  }
}
