package dev.latchkey.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.benchmarks.cluster.Operation.ActivateTenant;
import dev.latchkey.benchmarks.cluster.Operation.AddLead;
import dev.latchkey.benchmarks.cluster.Operation.CheckKey;
import dev.latchkey.benchmarks.cluster.Operation.CreateKey;
import dev.latchkey.benchmarks.cluster.Operation.DisableKey;
import dev.latchkey.benchmarks.cluster.Operation.EnableKey;
import dev.latchkey.benchmarks.cluster.Operation.ReadKey;
import dev.latchkey.benchmarks.cluster.Operation.ReadLead;
import dev.latchkey.benchmarks.cluster.Operation.ReadTenant;
import dev.latchkey.benchmarks.cluster.Operation.RemoveLead;
import dev.latchkey.benchmarks.cluster.Operation.RotateKey;
import dev.latchkey.benchmarks.cluster.Operation.SuspendTenant;
import dev.latchkey.benchmarks.cluster.Outcome.Found;
import dev.latchkey.benchmarks.cluster.Violation.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {

  private static final CheckKey CHECK = new CheckKey("tenant", "key");
  private static final DisableKey DISABLE = new DisableKey("tenant", "key");
  private static final EnableKey ENABLE = new EnableKey("tenant", "key");
  private static final ReadKey READ = new ReadKey("tenant", "key");
  private static final SuspendTenant SUSPEND = new SuspendTenant("tenant");
  private static final ActivateTenant ACTIVATE = new ActivateTenant("tenant");
  private static final ReadTenant READ_TENANT = new ReadTenant("tenant");
  private static final AddLead ADD = new AddLead("+4930123456");
  private static final RemoveLead REMOVE = new RemoveLead("+4930123456");
  private static final ReadLead READ_LEAD = new ReadLead("+4930123456");

  @Test
  void emptyHistoryIsCorrect() {
    assertThat(new Example().violations()).isEmpty();
  }

  @Nested
  class Grants {

    @Test
    void grantOfAKeyThatIsInForceIsCorrect() {
      assertThat(Example.withKey().acknowledged("b", 0, 10, CHECK).violations()).isEmpty();
    }

    @Test
    void grantExactlyOneSecondAfterTheRevocationIsCorrect() {
      assertThat(Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("b", 1010, 1020, CHECK).violations())
          .isEmpty();
    }

    @Test
    void grantMoreThanOneSecondAfterTheRevocationIsAViolation() {
      assertThat(Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("b", 1011, 1020, CHECK).violations())
          .containsExactly(Kind.LATE_GRANT);
    }

    @Test
    void grantThatWasAskedForInTimeAndAnsweredLaterIsCorrect() {
      assertThat(Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("b", 900, 3000, CHECK).violations())
          .isEmpty();
    }

    @Test
    void grantByTheNodeThatRevokedIsAViolationAtOnce() {
      assertThat(Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("a", 11, 12, CHECK).violations())
          .containsExactly(Kind.LATE_GRANT);
    }

    @Test
    void grantThatWasAskedForBeforeTheReplyOfTheNodeThatRevokedIsCorrect() {
      assertThat(Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("a", 10, 12, CHECK).violations())
          .isEmpty();
    }

    @Test
    void grantAfterAnEnablingIsCorrect() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("a", 2000, 2010, ENABLE)
              .acknowledged("b", 2020, 2030, CHECK).violations())
          .isEmpty();
    }

    @Test
    void grantWhileTheKeyIsBeingEnabledIsCorrect() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("b", 2000, 2100, CHECK)
              .acknowledged("a", 2100, 2200, ENABLE).violations())
          .isEmpty();
    }

    @Test
    void grantThatEndsBeforeTheKeyIsEnabledIsAViolation() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("b", 2000, 2100, CHECK)
              .acknowledged("a", 2101, 2200, ENABLE).violations())
          .containsExactly(Kind.LATE_GRANT);
    }

    @Test
    void enablingThatWasConcurrentWithTheRevocationMayBeTheLater() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 20, DISABLE).acknowledged("b", 5, 10, ENABLE)
              .acknowledged("b", 5000, 5010, CHECK).violations())
          .isEmpty();
    }

    @Test
    void enablingThatEndedBeforeTheRevocationDoesNotCount() {
      assertThat(
          Example.withKey().acknowledged("b", 0, 5, ENABLE).acknowledged("a", 6, 20, DISABLE)
              .acknowledged("b", 5000, 5010, CHECK).violations())
          .containsExactly(Kind.LATE_GRANT);
    }

    @Test
    void enablingWithAnUnknownOutcomeMayTakeEffectLater() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).unknown("a", 2000, 2010, ENABLE)
              .acknowledged("b", 9000, 9010, CHECK).violations())
          .isEmpty();
    }

    @Test
    void enablingThatWasRefusedDoesNotCount() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).refused("a", 2000, 2010, ENABLE, "version_conflict")
              .acknowledged("b", 9000, 9010, CHECK).violations())
          .containsExactly(Kind.LATE_GRANT);
    }

    @Test
    void revocationWithAnUnknownOutcomeMayHaveHadNoEffect() {
      assertThat(Example.withKey().unknown("a", 0, 10, DISABLE).acknowledged("b", 9000, 9010, CHECK).violations())
          .isEmpty();
    }

    @Test
    void revocationThatWasRepeatedCountsFromTheFirstReply() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).unknown("a", 20, 30, DISABLE)
              .acknowledged("b", 1011, 1020, CHECK).violations())
          .containsExactly(Kind.LATE_GRANT);
    }

    @Test
    void grantAfterTheTenantWasSuspendedIsAViolation() {
      assertThat(Example.withKey().acknowledged("a", 0, 10, SUSPEND).acknowledged("b", 1011, 1020, CHECK).violations())
          .containsExactly(Kind.LATE_GRANT);
    }

    @Test
    void grantAfterTheTenantWasActivatedIsCorrect() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, SUSPEND).acknowledged("a", 2000, 2010, ACTIVATE)
              .acknowledged("b", 2011, 2020, CHECK).violations())
          .isEmpty();
    }

    @Test
    void enablingAKeyDoesNotActivateItsTenant() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, SUSPEND).acknowledged("a", 20, 30, ENABLE)
              .acknowledged("b", 2011, 2020, CHECK).violations())
          .containsExactly(Kind.LATE_GRANT);
    }

    @Test
    void grantOfAReplacedKeyIsAViolation() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, new RotateKey("tenant", "key", "next"))
              .acknowledged("b", 1011, 1020, CHECK).violations())
          .containsExactly(Kind.LATE_GRANT);
    }

    @Test
    void grantOfTheSuccessorIsCorrect() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, new RotateKey("tenant", "key", "next"))
              .acknowledged("b", 11, 20, new CheckKey("tenant", "next")).violations())
          .isEmpty();
    }

    @Test
    void unavailableNodeIsCorrect() {
      assertThat(Example.withKey().acknowledged("a", 0, 10, DISABLE).unknown("b", 5000, 5010, CHECK).violations())
          .isEmpty();
    }
  }

  @Nested
  class Outages {

    @Test
    void grantMoreThanASecondIntoAnOutageIsAViolation() {
      assertThat(Example.withKey().outage(0, 9000).acknowledged("b", 1001, 1010, CHECK).violations())
          .containsExactly(Kind.GRANT_IN_OUTAGE);
    }

    @Test
    void grantExactlyASecondIntoAnOutageIsCorrect() {
      assertThat(Example.withKey().outage(0, 9000).acknowledged("b", 1000, 1010, CHECK).violations()).isEmpty();
    }

    @Test
    void grantThatEndsAfterTheOutageIsCorrect() {
      assertThat(Example.withKey().outage(0, 9000).acknowledged("b", 8900, 9000, CHECK).violations()).isEmpty();
    }
  }

  @Nested
  class Refusals {

    @Test
    void refusalWithinASecondAfterAnEnablingIsCorrect() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("a", 2000, 2010, ENABLE)
              .refused("b", 3010, 3020, CHECK, "key_disabled").violations())
          .isEmpty();
    }

    @Test
    void refusalLongAfterAnEnablingIsAViolation() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).acknowledged("a", 2000, 2010, ENABLE)
              .refused("b", 3011, 3020, CHECK, "key_disabled").violations())
          .containsExactly(Kind.OLD_REFUSAL);
    }

    @Test
    void refusalForAChangeWithAnUnknownOutcomeIsCorrect() {
      assertThat(
          Example.withKey().unknown("a", 0, 10, DISABLE).refused("b", 9000, 9020, CHECK, "key_disabled").violations())
          .isEmpty();
    }

    @Test
    void refusalForAChangeThatNobodyMadeIsAViolation() {
      assertThat(Example.withKey().refused("b", 0, 20, CHECK, "tenant_suspended").violations())
          .containsExactly(Kind.OLD_REFUSAL);
    }

    @Test
    void acknowledgedKeyThatIsUnknownToANodeIsAViolation() {
      assertThat(Example.withKey().refused("b", 2000, 2020, CHECK, "key_invalid").violations())
          .containsExactly(Kind.LOST_CHANGE);
    }

    @Test
    void refusalBeforeAGrantOfTheSameNodeWithoutAChangeIsAViolation() {
      assertThat(
          Example.withKey().unknown("a", 0, 10, DISABLE).refused("b", 9000, 9020, CHECK, "key_disabled")
              .acknowledged("b", 9030, 9040, CHECK).violations())
          .containsExactly(Kind.UNSEEN_CHANGE);
    }

    @Test
    void grantOfAnotherNodeAfterARefusalIsCorrectWithinTheBound() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).refused("a", 20, 30, CHECK, "key_disabled")
              .acknowledged("b", 40, 50, CHECK).violations())
          .isEmpty();
    }
  }

  @Nested
  class Changes {

    @Test
    void acknowledgedChangeThatIsReadIsCorrect() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).found("b", 20, 30, READ, State.DISABLED).violations())
          .isEmpty();
    }

    @Test
    void readWhileTheChangeIsMadeMaySeeEither() {
      assertThat(
          Example.withKey().found("b", 5, 8, READ, State.DISABLED).acknowledged("a", 0, 10, DISABLE)
              .found("b", 1, 4, READ, State.ACTIVE).violations())
          .isEmpty();
    }

    @Test
    void acknowledgedChangeThatIsLostIsAViolation() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE).found("b", 20, 30, READ, State.ACTIVE).violations())
          .containsExactly(Kind.LOST_CHANGE);
    }

    @Test
    void acknowledgedKeyThatIsLostIsAViolation() {
      assertThat(Example.withKey().found("b", 20, 30, READ, State.ABSENT).violations())
          .containsExactly(Kind.LOST_CHANGE);
    }

    @Test
    void acknowledgedSuspensionThatIsLostIsAViolation() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, SUSPEND).found("a", 20, 30, READ_TENANT, State.ACTIVE)
              .violations())
          .containsExactly(Kind.LOST_CHANGE);
    }

    @Test
    void lostRotationIsAViolation() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, new RotateKey("tenant", "key", "next"))
              .found("a", 20, 30, READ, State.ACTIVE)
              .found("a", 20, 30, new ReadKey("tenant", "next"), State.ABSENT).violations())
          .containsExactly(Kind.LOST_CHANGE, Kind.LOST_CHANGE);
    }

    @Test
    void keyWhoseCreationWasRefusedMustNotExist() {
      assertThat(
          new Example().refused("a", 0, 10, new CreateKey("tenant", "key"), "validation_failed")
              .found("a", 20, 30, READ, State.ACTIVE).violations())
          .containsExactly(Kind.LOST_CHANGE);
    }

    @Test
    void changeWithAnUnknownOutcomeMayBeReadOrNot() {
      assertThat(Example.withKey().unknown("a", 0, 10, DISABLE).found("b", 20, 30, READ, State.ACTIVE).violations())
          .isEmpty();
      assertThat(Example.withKey().unknown("a", 0, 10, DISABLE).found("b", 20, 30, READ, State.DISABLED).violations())
          .isEmpty();
    }

    @Test
    void changeWithAnUnknownOutcomeThatIsSeenAndThenUnseenIsAViolation() {
      assertThat(
          Example.withKey().unknown("a", 0, 10, DISABLE).found("b", 20, 30, READ, State.DISABLED)
              .found("a", 40, 50, READ, State.ACTIVE).violations())
          .containsExactly(Kind.UNSEEN_CHANGE);
    }

    @Test
    void changeThatIsSeenByOneOfTwoConcurrentReadsIsCorrect() {
      assertThat(
          Example.withKey().unknown("a", 0, 10, DISABLE).found("b", 20, 45, READ, State.DISABLED)
              .found("a", 40, 50, READ, State.ACTIVE).violations())
          .isEmpty();
    }

    @Test
    void versionThatDecreasesIsAViolation() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE, 2).acknowledged("a", 20, 30, ENABLE, 3)
              .found("b", 40, 50, READ, State.ACTIVE, 1).violations())
          .containsExactly(Kind.UNSEEN_CHANGE);
    }

    @Test
    void versionsThatIncreaseAreCorrect() {
      assertThat(
          Example.withKey().acknowledged("a", 0, 10, DISABLE, 2).acknowledged("a", 20, 30, ENABLE, 3)
              .found("b", 25, 28, READ, State.DISABLED, 2).found("b", 40, 50, READ, State.ACTIVE, 3).violations())
          .isEmpty();
    }
  }

  @Nested
  class Leads {

    @Test
    void acknowledgedLeadThatIsReadIsCorrect() {
      assertThat(
          new Example().acknowledged("a", 0, 10, ADD).found("b", 20, 30, READ_LEAD, State.PRESENT).violations())
          .isEmpty();
    }

    @Test
    void acknowledgedLeadThatIsMissingIsAViolation() {
      assertThat(new Example().acknowledged("a", 0, 10, ADD).found("b", 20, 30, READ_LEAD, State.ABSENT).violations())
          .containsExactly(Kind.MISSING_LEAD);
    }

    @Test
    void leadThatExistsTwiceIsAViolation() {
      assertThat(
          new Example().acknowledged("a", 0, 10, ADD).add("b", 20, 30, READ_LEAD, new Found(State.PRESENT, 2, 0))
              .violations())
          .containsExactly(Kind.DOUBLE_LEAD);
    }

    @Test
    void leadWithAnUnknownOutcomeMayExistOrNot() {
      assertThat(new Example().unknown("a", 0, 10, ADD).found("b", 20, 30, READ_LEAD, State.ABSENT).violations())
          .isEmpty();
      assertThat(new Example().unknown("a", 0, 10, ADD).found("b", 20, 30, READ_LEAD, State.PRESENT).violations())
          .isEmpty();
    }

    @Test
    void leadThatWasAddedAgainAfterAnUnknownOutcomeMustExist() {
      assertThat(
          new Example().unknown("a", 0, 10, ADD).acknowledged("a", 20, 30, ADD)
              .found("b", 40, 50, READ_LEAD, State.ABSENT).violations())
          .containsExactly(Kind.MISSING_LEAD);
    }

    @Test
    void removedLeadThatExistsIsAViolation() {
      assertThat(
          new Example().acknowledged("a", 0, 10, ADD).acknowledged("a", 20, 30, REMOVE)
              .found("b", 40, 50, READ_LEAD, State.PRESENT).violations())
          .containsExactly(Kind.LOST_CHANGE);
    }

    @Test
    void leadThatIsSeenAndThenUnseenIsAViolation() {
      assertThat(
          new Example().unknown("a", 0, 10, ADD).found("b", 20, 30, READ_LEAD, State.PRESENT)
              .found("b", 40, 50, READ_LEAD, State.ABSENT).violations())
          .containsExactly(Kind.UNSEEN_CHANGE);
    }
  }
}
