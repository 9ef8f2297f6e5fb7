package dev.latchkey.adapters.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.fixtures.CountingIds;
import dev.latchkey.application.fixtures.FailuresByTheClock;
import dev.latchkey.application.fixtures.InMemoryStore;
import dev.latchkey.application.fixtures.PepperedSeals;
import dev.latchkey.application.fixtures.RatesByTheClock;
import dev.latchkey.application.fixtures.SaltedPasswords;
import dev.latchkey.application.fixtures.SeededSecrets;
import dev.latchkey.application.fixtures.SettableClock;
import dev.latchkey.application.port.in.ForManagingCampaigns.Creating.Created;
import dev.latchkey.application.port.in.ForManagingKeys.Issuing.Issued;
import dev.latchkey.application.usecase.CheckAccess;
import dev.latchkey.application.usecase.ManageCampaigns;
import dev.latchkey.application.usecase.ManageKeys;
import dev.latchkey.application.usecase.ManageTenants;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.OperatorToken;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.campaign.CampaignPlan;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.campaign.DialerType;
import dev.latchkey.domain.campaign.Dialing;
import dev.latchkey.domain.campaign.Schedule;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.format.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command on the real core, with everything behind it in memory. */
class KeyCheckTest {

  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-14T09:00:00Z"));
  private final CountingIds ids = new CountingIds(0);
  private final PepperedSeals seals = new PepperedSeals(new LinkedHashMap<>(Map.of("v1", new byte[32])));
  private final OperatorToken token = new OperatorToken("the operator's token, for these tests alone");
  private final TenantScope shop = token.holder()
      .enter(
          new ManageTenants(store.tenants(), new SaltedPasswords(), ids, clock)
              .create(token.holder(), new Name("Shop"), Optional.empty()));
  private final String key = key();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aKeyThatMayIsAllowed() {
    assertThat(asked("--permission", "leads:write", "--address", "192.0.2.7")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("allowed  lk_live_").contains("\"Till\" of Shop");
  }

  @Test
  void aKeyThatMayNotIsRefusedWithTheWayOut() {
    assertThat(asked("--permission", "audit:read")).isEqualTo(1);
    assertThat(out.toString(UTF_8)).isEqualToNormalizingNewlines("""
        refused  permission_missing
        because  The key lacks the permission audit:read.
        fix      Add it to the key, or use another key.
        """);
  }

  @Test
  void aCampaignOfTheTenantIsEnteredAndAnotherIsNotFound() {
    String ours = campaign();

    assertThat(asked("--permission", "leads:write", "--campaign", ours)).isZero();
    assertThat(asked("--permission", "leads:write", "--campaign", "VoiceCampaign:77")).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("allowed  ", "refused  campaign_not_found");
  }

  @Test
  void theKeyIsReadFromTheEnvironmentFirst() {
    assertThat(run(Map.of("API_KEY", key), "lk_live_1")).isZero();
    assertThat(run(Map.of("API_KEY", "lk_live_1"), key)).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("refused  key_malformed");
  }

  @Test
  void aKeyAmongTheArgumentsIsRefusedAndNotRepeated() {
    assertThat(asked(key)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("A key is no argument.").doesNotContain(key);
  }

  @Test
  void whatIsAskedWronglyIsAnsweredWithTheHelp() {
    for (List<String> arguments : List.of(
        List.of("--permission"),
        List.of("--permission", "everything"),
        List.of("--campaign", "VoiceCampaign:1"),
        List.of("--permission", "leads:read", "--campaign", "17"),
        List.of("--address", "the office"),
        List.of("--address", "192.0.2.7", "--address", "192.0.2.8"),
        List.of("--verbose", "yes"))) {
      err.reset();
      assertThat(asked(arguments.toArray(String[]::new))).as("%s", arguments).isEqualTo(2);
      assertThat(err.toString(UTF_8)).endsWith(KeyCheck.HELP).hasSizeGreaterThan(KeyCheck.HELP.length());
    }
    assertThat(run(Map.of(), "")).isEqualTo(2);
    assertThat(out.size()).isZero();
  }

  @Test
  void whileTheStoreCannotBeReachedNothingIsAllowedAndNothingRefused() {
    store.cutOff();

    assertThat(asked()).isEqualTo(3);
    assertThat(out.size()).isZero();
    assertThat(err.toString(UTF_8)).startsWith("The store cannot be reached");
  }

  private int asked(String... arguments) {
    return run(Map.of(), key + "\n", arguments);
  }

  private int run(Map<String, String> environment, String input, String... arguments) {
    CheckAccess access = new CheckAccess(
        store.credentials(), store.campaigns(), seals, new RatesByTheClock(store, clock), store.uses(), clock,
        new FailuresByTheClock(clock), token);
    return new KeyCheck(access, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
        .run(List.of(arguments), environment, new ByteArrayInputStream(input.getBytes(UTF_8)));
  }

  private String key() {
    Issued issued = (Issued) new ManageKeys(store.keys(), new SeededSecrets(42), seals, ids, clock)
        .issue(shop, Environment.LIVE, KeySettings.named(new Name("Till")));
    return issued.plain().reveal();
  }

  private String campaign() {
    CampaignPlan plan = new CampaignPlan(
        new Name("Hotline"),
        CampaignType.INBOUND,
        new Dialing("assistant", "provider", DialerType.SINGLE, Optional.empty(), Optional.empty(), Optional.empty()),
        Schedule.EMPTY,
        false,
        Optional.empty());
    Created created = (Created) new ManageCampaigns(store.campaigns(), ids, clock).create(shop, plan);
    return Base64.getEncoder().encodeToString(("VoiceCampaign:" + created.campaign().id().value()).getBytes(UTF_8));
  }
}
