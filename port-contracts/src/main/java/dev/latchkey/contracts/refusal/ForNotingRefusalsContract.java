package dev.latchkey.contracts.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import dev.latchkey.domain.refusal.RequestLine;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises of {@code ForNotingRefusals}. */
@Untested(of = ForNotingRefusals.class, says = "Queues a refused request, which is written within about one "
    + "second.", because = "Within about one second: no test asserts a time. JdbcRefusalsTest of the adapter tests "
        + "that the write needs no trigger.")
@Untested(of = ForNotingRefusals.class, says = "Never waits and never throws: dropped requests are "
    + "counted.", because = "That it does not wait: a test cannot observe this. The counters belong to the adapter; "
        + "JdbcRefusalsTest reads them.")
@Untested(of = ForNotingRefusals.class, says = "A flood of requests of one tenant never displaces those of other "
    + "tenants.", because = "The length of the queue is up to the adapter; JdbcRefusalsTest floods it.")
@Untested(of = ForNotingRefusals.class, says = "The newest 10,000 requests of a tenant are kept.", because = "The "
    + "in-memory store keeps all; JdbcRefusalsTest writes that many.")
public interface ForNotingRefusalsContract extends StoreContract {

  @Test
  @Promise(of = ForNotingRefusals.class, says = "Queues a refused request, which is written within about one second.")
  default void whatWasNotedIsFoundWithEveryPart() {
    Household household = Household.in(store());
    ApiKey key = stored(household);
    RefusedRequest request = new RefusedRequest(
        "r".repeat(64),
        key.id(),
        "campaign_access_denied",
        Optional.of(new RequestLine("M".repeat(20), "/" + "p".repeat(511))),
        Optional.of(Permission.LEADS_WRITE),
        Optional.of(new CampaignId(NewIds.next())),
        Optional.of(InetAddress.ofLiteral("2001:db8::7")),
        Moments.NOW);

    note(request);

    assertThat(find(household, request.requestId())).contains(new NotedRefusal(request, key.masked()));
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "Returns the latest request with this id among those of the tenant's "
      + "keys.")
  default void whatARequestWasNotAboutIsNotThere() {
    Household household = Household.in(store());
    RefusedRequest request = request("A", stored(household), Moments.NOW);

    note(request);

    assertThat(find(household, "A").map(NotedRefusal::request)).contains(request);
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "Returns the latest request with this id among those of the tenant's "
      + "keys.")
  default void namesAreComparedToTheLetter() {
    Household household = Household.in(store());
    note(request("Request", stored(household), Moments.NOW));

    assertThat(find(household, "request")).isEmpty();
    assertThat(find(household, "Request ")).isEmpty();
    assertThat(find(household, "Request")).isPresent();
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "Returns the latest request with this id among those of the tenant's "
      + "keys.")
  default void ofSeveralRequestsWithOneNameTheLatestIsFound() {
    Household household = Household.in(store());
    ApiKey key = stored(household);
    RefusedRequest later = request("twice", key, Moments.NOW.plusNanos(1_000));

    note(later);
    note(request("twice", key, Moments.NOW));

    assertThat(find(household, "twice").map(NotedRefusal::request)).contains(later);
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "@param since requests before this time have expired and are not "
      + "returned")
  default void whatIsPastIsNotTold() {
    Household household = Household.in(store());
    note(request("old", stored(household), Moments.NOW));

    assertThat(store().refusals().find(household.scope(), "old", Moments.NOW)).isPresent();
    assertThat(store().refusals().find(household.scope(), "old", Moments.NOW.plusNanos(1_000))).isEmpty();
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "Log of refused requests for the tenants of their keys.")
  @Promise(of = ForNotingRefusals.class, says = "@return the request; empty if the tenant has none, even if another "
      + "tenant has one")
  default void anotherTenantsRequestIsNotThere() {
    Household household = Household.in(store());
    note(request("theirs", stored(household), Moments.NOW));

    assertThat(find(Household.in(store()), "theirs")).isEmpty();
    assertThat(find(household, "theirs")).isPresent();
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "A request that is written outlives its key.")
  default void aNoteOutlivesItsKey() {
    Household household = Household.in(store());
    ApiKey key = stored(household);
    note(request("deleted", key, Moments.NOW));

    store().keys().remove(household.scope(), key, household.entry(AuditAction.KEY_DELETED, key.id()));

    assertThat(find(household, "deleted").map(NotedRefusal::key)).contains(key.masked());
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "A request of a key that no longer exists is dropped as well.")
  default void aNoteOfAKeyThatIsNotThereHindersNoOther() {
    Household household = Household.in(store());
    RefusedRequest request = request("known", stored(household), Moments.NOW);

    store().refusals().note(
        new RefusedRequest(
            "unknown", new KeyId(NewIds.next()), "key_disabled", Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Moments.NOW));
    note(request);

    assertThat(find(household, "unknown")).isEmpty();
    assertThat(find(household, "known")).isPresent();
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "For each key, a burst of 20 requests is accepted, and one more for "
      + "each second that has passed according to the times of the requests.")
  default void ofOneKeyTwentyAreNotedAtOnceAndOneMoreEachSecond() {
    Household household = Household.in(store());
    ApiKey key = stored(household);
    ApiKey other = stored(household);
    for (int i = 0; i < 30; i++) {
      store().refusals().note(request("at-once-" + i, key, Moments.NOW));
    }
    store().refusals().note(request("too-early", key, Moments.NOW.plusMillis(999)));
    store().refusals().note(request("a-second-later", key, Moments.NOW.plusSeconds(1)));
    store().refusals().note(request("the-same-second", key, Moments.NOW.plusSeconds(1)));
    store().refusals().note(request("another-key", other, Moments.NOW));
    for (int i = 0; i < 30; i++) {
      store().refusals().note(request("much-later-" + i, key, Moments.NOW.plusSeconds(3_600)));
    }
    store().settleRefusals();

    assertThat(IntStream.range(0, 30).filter(i -> find(household, "at-once-" + i).isPresent())).hasSize(20)
        .allMatch(i -> i < 20);
    assertThat(find(household, "too-early")).isEmpty();
    assertThat(find(household, "a-second-later")).isPresent();
    assertThat(find(household, "the-same-second")).isEmpty();
    assertThat(find(household, "another-key")).isPresent();
    assertThat(IntStream.range(0, 30).filter(i -> find(household, "much-later-" + i).isPresent())).hasSize(20);
  }

  @Test
  @Promise(of = ForNotingRefusals.class, says = "For each key, a burst of 20 requests is accepted, and one more for "
      + "each second that has passed according to the times of the requests.")
  default void aClockThatIsSetBackSilencesNoKey() {
    Household household = Household.in(store());
    ApiKey key = stored(household);
    store().refusals().note(request("before", key, Moments.NOW));

    note(request("set-back", key, Moments.NOW.minusSeconds(86_400)));

    assertThat(find(household, "set-back")).isPresent();
  }

  private void note(RefusedRequest request) {
    store().refusals().note(request);
    store().settleRefusals();
  }

  private Optional<NotedRefusal> find(Household household, String requestId) {
    return store().refusals().find(household.scope(), requestId, Instant.EPOCH);
  }

  private ApiKey stored(Household household) {
    ApiKey key = household.key("Till");
    store().keys().add(household.scope(), key, household.entry(AuditAction.KEY_CREATED, key.id()));
    return key;
  }

  private static RefusedRequest request(String name, ApiKey key, Instant at) {
    return new RefusedRequest(
        name, key.id(), "key_disabled", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), at);
  }
}
