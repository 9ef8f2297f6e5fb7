package dev.latchkey.adapters.dashboard.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;

/** Answers with a page, and tells the browser what it may do with one. */
@Singleton
public final class Pages {

  // No script but our files, and nothing from elsewhere: so a name that turned into markup after all could still do nothing.
  private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  // Not by way of the framework's views, whose filter wraps every request to the API in a reactive chain.
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * A page that no one keeps a copy of.
   *
   * @param page what the view shows
   */
  public MutableHttpResponse<?> show(HttpStatus status, String view, Object page) {
    return HttpResponse.status(status)
        .body(rendered(view, page))
        .contentType(MediaType.TEXT_HTML_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        // Not no-referrer: with it browsers send "Origin: null" with our own forms, and the check of them learns nothing.
        .header("Referrer-Policy", "same-origin")
        .header("X-Content-Type-Options", "nosniff");
  }

  // Before the answer begins, as a template that failed halfway would leave the browser waiting.
  private String rendered(String view, Object page) {
    StringOutput html = new StringOutput();
    templates.render(view + ".jte", Map.of("page", page), html);
    return html.toString();
  }
}
