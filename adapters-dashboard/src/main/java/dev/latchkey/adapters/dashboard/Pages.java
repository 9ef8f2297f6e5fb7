package dev.latchkey.adapters.dashboard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Answers with a page, and tells the browser what it may do with one. */
@Singleton
final class Pages {

  // No script but our files, and nothing from elsewhere: so a name that turned into markup after all could still do nothing.
  private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private final HtmlJteViewsRenderer<Map<String, Object>> templates;

  Pages(HtmlJteViewsRenderer<Map<String, Object>> templates) {
    this.templates = templates;
  }

  /**
   * A page that no one keeps a copy of.
   *
   * @param page what the view shows
   */
  MutableHttpResponse<?> show(HttpStatus status, String view, Object page) {
    return HttpResponse.status(status)
        .body(rendered(view, page))
        .contentType(MediaType.TEXT_HTML_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        // Not no-referrer: with it browsers send "Origin: null" with our own forms, and the check of them learns nothing.
        .header("Referrer-Policy", "same-origin")
        .header("X-Content-Type-Options", "nosniff");
  }

  // Rendered here, as the filter for views leaves alone what another filter answers; and before the answer begins, as a
  // template that failed halfway would leave the browser waiting.
  private String rendered(String view, Object page) {
    try {
      StringWriter html = new StringWriter();
      templates.render(view, Map.of("page", page), null).writeTo(html);
      return html.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
