package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.refusal.TenantClaim;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessCheckTest {

  private static final List<List<AccessCheck>> STAGES = List.of(AccessPolicy.BEFORE_COUNTING,
      AccessPolicy.AFTER_COUNTING,
      AccessPolicy.BEFORE_THE_CAMPAIGN, AccessPolicy.ON_THE_CAMPAIGN);

  @Test
  void theQuestionsStandInTheOrderOfTheContractsTable() {
    assertThat(AccessCheck.values())
        .containsExactly(
            AccessCheck.KEY_ENABLED,
            AccessCheck.KEY_IN_FORCE,
            AccessCheck.TENANT_ACTIVE,
            AccessCheck.ADDRESS_ALLOWED,
            AccessCheck.RATE_WITHIN_LIMIT,
            AccessCheck.PERMISSION_HELD,
            AccessCheck.TENANT_NAMED,
            AccessCheck.CAMPAIGN_IN_REACH,
            AccessCheck.CAMPAIGN_EXISTS);
  }

  @Test
  void everyStageAsksItsQuestionsInThatOrder() {
    assertThat(STAGES).allSatisfy(stage -> assertThat(stage).isSortedAccordingTo(Comparator.naturalOrder()));
  }

  @Test
  void theStagesTogetherAskEveryQuestionInThatOrder() {
    Set<AccessCheck> asked = new LinkedHashSet<>();
    STAGES.forEach(asked::addAll);

    assertThat(asked).containsExactly(AccessCheck.values());
  }

  @Test
  void theFirstRefusalIsTheAnswerAndNothingIsAskedAfterIt() {
    Scene scene = new Scene();
    scene.permissions = Set.of();
    AccessCheck.Context context = new AccessCheck.Context(
        scene.credential(), scene.request(), Optional.empty(), new TenantClaim.Omitted(), Optional.empty());

    assertThat(AccessPolicy.firstRefusal(List.of(AccessCheck.PERMISSION_HELD, AccessCheck.TENANT_NAMED), context))
        .get().isInstanceOf(Refusal.PermissionMissing.class);
    assertThat(AccessPolicy.firstRefusal(List.of(AccessCheck.TENANT_NAMED, AccessCheck.PERMISSION_HELD), context))
        .get().isInstanceOf(Refusal.TenantIdMissing.class);
  }

  @Test
  void everyCheckThatPassesSaysWhy() {
    Scene scene = new Scene();
    AccessCheck.Context context = AccessCheck.Context.of(scene.credential(), scene.request(), Optional.empty());

    assertThat(AccessCheck.values()).extracting(check -> check.run(context))
        .containsExactly(
            CheckOutcome.Reason.KEY_ACTIVE,
            CheckOutcome.Reason.WITHIN_PERIOD,
            CheckOutcome.Reason.TENANT_ACTIVE,
            CheckOutcome.Reason.ADDRESS_ON_ALLOW_LIST,
            CheckOutcome.Reason.NO_RATE_LIMIT,
            CheckOutcome.Reason.PERMISSION_HELD,
            CheckOutcome.Reason.TENANT_FROM_KEY,
            CheckOutcome.Reason.NO_CAMPAIGN_CONCERNED,
            CheckOutcome.Reason.NO_CAMPAIGN_CONCERNED);
  }
}
