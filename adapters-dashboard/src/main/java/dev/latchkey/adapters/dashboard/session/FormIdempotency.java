package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.FormToken;
import dev.latchkey.adapters.dashboard.frame.PageRefusal;
import dev.latchkey.application.port.IdempotentRequest;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.StoredResponse;
import dev.latchkey.application.port.in.ForDeduplicatingRequests;
import dev.latchkey.application.port.in.ForDeduplicatingRequests.Claim;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes a form only once, so that reloading the page does not create a second key. */
@Singleton
public final class FormIdempotency {

  static final String FIELD = "once";

  private static final Logger LOG = LoggerFactory.getLogger(FormIdempotency.class);

  private static final String ANY_BODY = "form";
  private static final StoredResponse DONE = new StoredResponse(HttpStatus.OK.getCode(), MediaType.TEXT_HTML, Map.of(),
      "");

  private final ForDeduplicatingRequests answers;
  private final FramedPages pages;

  FormIdempotency(ForDeduplicatingRequests answers, FramedPages pages) {
    this.answers = answers;
    this.pages = pages;
  }

  /** Processes the form unless it was processed before. The form may be sent again unless the response was 200. */
  public HttpResponse<?> carryOut(StaffRequest request, Supplier<HttpResponse<?>> change) {
    Optional<IdempotentRequest> named = request.form().field(FIELD).flatMap(FormToken::of)
        .map(once -> named(request, once));
    if (named.isEmpty()) {
      return pages.refuse(request, PageRefusal.FORM_USED);
    }
    return switch (answers.claim(named.get(), ANY_BODY)) {
      case Claim.First claim -> first(named.get(), claim, change);
      case Claim.Again _,Claim.OtherBody _,Claim.Running _ -> pages.refuse(request, PageRefusal.FORM_USED);
    };
  }

  private HttpResponse<?> first(IdempotentRequest named, Claim.First claim, Supplier<HttpResponse<?>> change) {
    boolean done = false;
    try {
      HttpResponse<?> answer = change.get();
      done = answer.status() == HttpStatus.OK;
      return answer;
    } finally {
      end(named, claim, done);
    }
  }

  // The change is made by now, so a failure here must not lose the response.
  private void end(IdempotentRequest named, Claim.First claim, boolean done) {
    try {
      if (done) {
        answers.settle(named, claim, DONE);
      } else {
        answers.release(named, claim);
      }
    } catch (StoreUnavailable failure) {
      LOG.warn("A form that was carried out could not be marked; its claim runs out by itself", failure);
    }
  }

  private static IdempotentRequest named(StaffRequest request, FormToken once) {
    String member = "member " + request.staff().member().id().value();
    return new IdempotentRequest(member, "POST api-keys form", once.reveal());
  }
}
