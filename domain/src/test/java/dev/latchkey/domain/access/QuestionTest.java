package dev.latchkey.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionTest {

  private static final List<List<Question>> STAGES = List.of(AccessRules.BEFORE_COUNTING, AccessRules.AFTER_COUNTING,
      AccessRules.BEFORE_THE_CAMPAIGN, AccessRules.AT_THE_CAMPAIGN);

  @Test
  void theQuestionsStandInTheOrderOfTheContractsTable() {
    assertThat(Question.values())
        .containsExactly(
            Question.KEY_ENABLED,
            Question.KEY_IN_FORCE,
            Question.TENANT_ACTIVE,
            Question.ADDRESS_ALLOWED,
            Question.RATE_WITHIN_LIMIT,
            Question.PERMISSION_HELD,
            Question.TENANT_NAMED,
            Question.CAMPAIGN_IN_REACH,
            Question.CAMPAIGN_EXISTS);
  }

  @Test
  void everyStageAsksItsQuestionsInThatOrder() {
    assertThat(STAGES).allSatisfy(stage -> assertThat(stage).isSortedAccordingTo(Comparator.naturalOrder()));
  }

  @Test
  void theStagesTogetherAskEveryQuestionInThatOrder() {
    Set<Question> asked = new LinkedHashSet<>();
    STAGES.forEach(asked::addAll);

    assertThat(asked).containsExactly(Question.values());
  }

  @Test
  void theFirstRefusalIsTheAnswerAndNothingIsAskedAfterIt() {
    Scene scene = new Scene();
    scene.permissions = Set.of();
    Inquiry inquiry = Inquiry.into(scene.credential(), scene.attempt()).claiming(new TenantClaim.Omitted());

    assertThat(AccessRules.firstRefusal(List.of(Question.PERMISSION_HELD, Question.TENANT_NAMED), inquiry))
        .isInstanceOf(Refusal.PermissionMissing.class);
    assertThat(AccessRules.firstRefusal(List.of(Question.TENANT_NAMED, Question.PERMISSION_HELD), inquiry))
        .isInstanceOf(Refusal.TenantIdMissing.class);
  }

  @Test
  void whatPassesSaysWhy() {
    Scene scene = new Scene();
    Inquiry inquiry = Inquiry.into(scene.credential(), scene.attempt());

    for (Question question : Question.values()) {
      assertThat(question.run(inquiry))
          .isInstanceOfSatisfying(Answer.Passed.class, passed -> assertThat(passed.because()).endsWith("."));
    }
  }
}
