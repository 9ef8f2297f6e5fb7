package dev.latchkey.adapters.rest.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.access.Explanation;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.Step;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a key may or may not. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExplanationJson(String decision, String code, List<Taken> steps, @Nullable String fix) {

  /** The code of a decision that refuses nothing. */
  static final String GRANTED = "granted";

  private static final String REFUSED = "refused";

  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Taken(String step, String outcome, String because, CampaignAccessJson.@Nullable Rule rule) {

    static Taken of(Step step) {
      return new Taken(
          step.question(),
          step.passed() ? "passed" : REFUSED,
          step.because(),
          step.rule().map(CampaignAccessJson.Rule::of).orElse(null));
    }
  }

  public static ExplanationJson of(Explanation explanation) {
    return new ExplanationJson(
        explanation.refusal().isEmpty() ? GRANTED : REFUSED,
        explanation.refusal().map(Refusal::code).orElse(GRANTED),
        explanation.steps().stream().map(Taken::of).toList(),
        explanation.refusal().map(Refusal::fix).orElse(null));
  }
}
