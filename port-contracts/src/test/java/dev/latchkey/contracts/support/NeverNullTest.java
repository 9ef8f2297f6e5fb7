package dev.latchkey.contracts.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.contracts.Proof;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.StoredHead;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Tenant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A null is found wherever it is in an answer, also where the test does not look. */
class NeverNullTest {

  /** Asks for everything and looks at nothing. */
  @ExtendWith(NeverNull.class)
  public interface CarelessContract {

    TenantScope SCOPE = Household.OPERATOR.enter(Tenant.founded(new TenantId(1), new Name("Shop"), Moments.NOW));

    ForReadingTheTrail trail();

    @Test
    default void pageIsAsked() {
      trail().list(SCOPE, AuditFilter.ALL, PageRequest.first(1));
    }

    @Test
    default void followingAreAsked() throws Exception {
      Race.of(_ -> () -> trail().following(SCOPE, 0, 1));
    }

    @Test
    default void headIsAskedWhateverIsThrown() {
      try {
        trail().head(SCOPE);
      } catch (AssertionError swallowed) {
        // As a test does that expects something to be thrown.
      }
    }
  }

  /** Answers with what it was made of. */
  private record Trail(Page<ChainLink> page, List<ChainLink> following, StoredHead head) implements ForReadingTheTrail {

    @Override
    public Page<ChainLink> list(TenantView scope, AuditFilter filter, PageRequest request) {
      return page;
    }

    @Override
    public List<ChainLink> following(TenantView scope, long sequence, int limit) {
      return following;
    }

    @Override
    public StoredHead head(TenantView scope) {
      return head;
    }
  }

  static class Sound implements CarelessContract {

    @Override
    public ForReadingTheTrail trail() {
      return new Trail(new Page<>(List.of(), OptionalLong.empty()), List.of(), StoredHead.EMPTY);
    }
  }

  static class Absent implements CarelessContract {

    @Override
    public ForReadingTheTrail trail() {
      return new Trail(null, null, null);
    }
  }

  static class Hollow implements CarelessContract {

    @Override
    public ForReadingTheTrail trail() {
      ChainLink unread = new ChainLink.Whole(null, Optional.empty());
      return new Trail(
          new Page<>(List.of(unread), OptionalLong.empty()), Arrays.asList(unread, null),
          new StoredHead(new ChainHead(1, null), Optional.empty()));
    }
  }

  static class Nobody implements CarelessContract {

    @Override
    public ForReadingTheTrail trail() {
      return null;
    }
  }

  @Test
  void withoutANullEveryTestPasses() {
    TestExecutionSummary run = run(Sound.class);

    assertThat(run.getTestsSucceededCount()).isEqualTo(3);
    assertThat(run.getTestsFailedCount()).isZero();
  }

  @Test
  void anAnswerThatIsNullFailsEvenWhereTheTestCatchesIt() {
    assertThat(failuresOf(Absent.class))
        .anyMatch(failure -> failure.endsWith("ForReadingTheTrail.list is null, which no port ever answers"))
        .anyMatch(failure -> failure.endsWith("ForReadingTheTrail.following is null, which no port ever answers"))
        .anyMatch(failure -> failure.endsWith("ForReadingTheTrail.head is null, which no port ever answers"))
        .hasSize(3);
  }

  @Test
  void aNullWithinAnAnswerFailsAndItIsSaidWhereItIs() {
    assertThat(failuresOf(Hollow.class))
        .anyMatch(failure -> failure.contains("an element of ForReadingTheTrail.list.items.event is null"))
        .anyMatch(failure -> failure.contains("an element of ForReadingTheTrail.following.event is null"))
        .anyMatch(failure -> failure.contains("ForReadingTheTrail.head.head.hash is null"))
        .hasSize(3);
  }

  @Test
  void oneWhoJoinsAndHandsOverNothingFails() {
    assertThat(failuresOf(Nobody.class)).hasSize(3)
        .allMatch(failure -> failure.contains("CarelessContract.trail is null"));
  }

  @Test
  void everyContractIsWatched() {
    assertThat(Proof.contracts()).isNotEmpty().allMatch(NeverNullTest::isWatched);
  }

  private static boolean isWatched(Class<?> type) {
    ExtendWith extension = type.getAnnotation(ExtendWith.class);
    return extension != null && List.of(extension.value()).contains(NeverNull.class)
        || Stream.of(type.getInterfaces()).anyMatch(NeverNullTest::isWatched);
  }

  private static List<String> failuresOf(Class<?> joining) {
    return run(joining).getFailures().stream().map(failure -> failure.getException().getMessage()).toList();
  }

  private static TestExecutionSummary run(Class<?> joining) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(joining)).build(), listener);
    return listener.getSummary();
  }
}
