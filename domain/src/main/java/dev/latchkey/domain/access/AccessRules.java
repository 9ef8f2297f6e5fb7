package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.AccessRule;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.KeyFault;
import dev.latchkey.domain.key.KeyFormat;
import dev.latchkey.domain.key.KeyReading;
import dev.latchkey.domain.key.KeySecret;
import dev.latchkey.domain.key.PlainKey;
import dev.latchkey.domain.key.PresentedKey;
import dev.latchkey.domain.key.RateLimit;
import dev.latchkey.domain.key.RateVerdict;
import dev.latchkey.domain.key.Seal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decision: the contract's table, from the header to the campaign. The first question that refuses decides, and
 * nothing is said of a key before its secret is proven.
 */
public final class AccessRules {

  static final List<Question> BEFORE_COUNTING = List.of(Question.KEY_ENABLED, Question.KEY_IN_FORCE,
      Question.TENANT_ACTIVE, Question.ADDRESS_ALLOWED);

  static final List<Question> AFTER_COUNTING = List.of(Question.RATE_WITHIN_LIMIT, Question.PERMISSION_HELD);

  static final List<Question> BEFORE_THE_CAMPAIGN = List.of(Question.PERMISSION_HELD, Question.TENANT_NAMED);

  static final List<Question> AT_THE_CAMPAIGN = List.of(Question.CAMPAIGN_IN_REACH, Question.CAMPAIGN_EXISTS);

  private AccessRules() {}

  /** Decides who a request comes from and whether it may use the permission that it needs. */
  public static AccessDecision check(Credentials credentials, Attempt attempt, Evidence evidence) {
    return checkAtOnce(credentials, attempt, new Complete(evidence)).orElseThrow();
  }

  /** Decides the same by what is at hand; empty where that does not suffice, and then nothing was counted. */
  public static Optional<AccessDecision> checkAtOnce(
      Credentials credentials, Attempt attempt, EvidenceAtHand evidence) {
    return switch (credentials) {
      case Credentials.Missing() -> Optional.of(new Refusal.CredentialsMissing());
      case Credentials.Malformed(CredentialFault fault) -> Optional.of(new Refusal.CredentialsMalformed(fault));
      case Credentials.Bearer(PresentedKey presented) ->
        switch (KeyFormat.read(presented)) {
          case KeyReading.Malformed(KeyFault fault) -> Optional.of(new Refusal.KeyMalformed(fault));
          case KeyReading.WellFormed(PlainKey key) ->
            switch (evidence.recall(key.id())) {
              case Recollection.Known(Optional<Credential> known) -> check(key, known, attempt, evidence);
              case Recollection.Unknown() -> Optional.empty();
            };
        };
    };
  }

  private static Optional<AccessDecision> check(
      PlainKey key, Optional<Credential> found, Attempt attempt, EvidenceAtHand evidence) {
    Optional<Credential> known = found.filter(c -> c.key().environment() == key.environment());
    // The secret is compared for an unknown key too, so that the time of the answer does not tell the two apart.
    boolean matches = evidence.matches(key.secret(), known.map(credential -> credential.key().seal()));
    if (known.isEmpty() || !matches) {
      return Optional.of(new Refusal.KeyInvalid());
    }
    Credential credential = known.get();
    Inquiry uncounted = Inquiry.into(credential, attempt);
    if (firstRefusal(BEFORE_COUNTING, uncounted) instanceof Refusal refusal) {
      return Optional.of(refusal);
    }
    Optional<RateLimit> limit = credential.key().settings().rateLimit();
    Optional<RateVerdict> rate = limit.flatMap(l -> evidence.countAtOnce(key.id(), l));
    if (limit.isPresent() && rate.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        firstRefusal(AFTER_COUNTING, uncounted.counted(rate)) instanceof Refusal refusal
            ? refusal
            : new AdmittedCaller(credential, attempt, rate));
  }

  /** Evidence that is waited for, so that none is missing. */
  private record Complete(Evidence evidence) implements EvidenceAtHand {

    @Override
    public Recollection recall(KeyId id) {
      return new Recollection.Known(evidence.credential(id));
    }

    @Override
    public boolean matches(KeySecret secret, Optional<Seal> seal) {
      return evidence.matches(secret, seal);
    }

    @Override
    public Optional<RateVerdict> countAtOnce(KeyId key, RateLimit limit) {
      return Optional.of(evidence.count(key, limit));
    }
  }

  /**
   * Explains what would be decided for a key that is presented rightly. Asks the same questions as the decision, in
   * the same order, and changes nothing.
   *
   * @param rate what counting the request would give; empty where the key has no limit
   * @param visit the campaign to act on and what the tenant has under that id; empty where none is concerned
   */
  public static Explanation explain(
      Credential credential,
      Attempt attempt,
      Optional<RateVerdict> rate,
      Optional<Visit> visit) {
    Inquiry inquiry = new Inquiry(
        credential,
        attempt,
        rate,
        new TenantClaim.Unsaid(),
        visit.map(campaign -> campaign.within(credential.tenant().id())));
    List<Step> steps = new ArrayList<>();
    for (Question question : Question.values()) {
      switch (question.ask(inquiry)) {
        case Answer.Passed(String because, Optional<AccessRule> rule) ->
          steps.add(new Step(question.label(), true, because, rule));
        case Refusal refusal -> {
          steps.add(new Step(question.label(), false, refusal.because(), refusal.rule()));
          return new Explanation(steps, Optional.of(refusal));
        }
      }
    }
    return new Explanation(steps, Optional.empty());
  }

  /** The answer of the first question that refuses, or of the last. */
  static Answer firstRefusal(List<Question> questions, Inquiry inquiry) {
    Answer answer = questions.getFirst().ask(inquiry);
    for (int i = 1; i < questions.size() && answer instanceof Answer.Passed; i++) {
      answer = questions.get(i).ask(inquiry);
    }
    return answer;
  }
}
