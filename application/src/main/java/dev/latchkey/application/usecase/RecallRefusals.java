package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.TenantView;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.refusal.NotedRefusal;
import dev.latchkey.domain.refusal.RefusedRequest;
import java.time.Duration;
import java.util.Optional;

/** Records refusals of proven keys and returns them for seven days. */
public final class RecallRefusals implements ForRecallingRefusals {

  private static final Duration TOLD_FOR = Duration.ofDays(7);

  private final ForNotingRefusals refusals;
  private final ForTellingTime time;

  public RecallRefusals(ForNotingRefusals refusals, ForTellingTime time) {
    this.refusals = refusals;
    this.time = time;
  }

  @Override
  public void noteAtOnce(KeyId key, Refusal refusal, Circumstances about) {
    if (refusal.isOfAProvenKey()) {
      refusals.note(
          new RefusedRequest(
              about.requestId(),
              key,
              refusal.code(),
              about.line(),
              about.permission(),
              about.campaign(),
              about.address(),
              time.now()));
    }
  }

  @Override
  public Optional<NotedRefusal> recall(TenantView scope, String requestId) {
    return refusals.find(scope, requestId, time.now().minus(TOLD_FOR));
  }
}
