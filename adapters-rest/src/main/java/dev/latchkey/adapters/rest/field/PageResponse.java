package dev.latchkey.adapters.rest.field;

import dev.latchkey.adapters.rest.kit.answer.Listing;
import dev.latchkey.domain.Page;
import io.micronaut.http.HttpResponse;

/** Response with one page of a list. */
public final class PageResponse {

  private PageResponse() {}

  /** Returns the response; the items are written as they are. */
  public static HttpResponse<?> of(Page<?> page) {
    return Listing.of(page.items(), page.next()).ok();
  }
}
