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

/** Renders pages and sets their security headers. */
@Singleton
public final class Pages {

  // Allows only scripts and resources of this service, so that markup injected through a name could not run or load
  // anything.
  private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  // Bypasses the framework's views, whose filter wraps every API request in a reactive chain.
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  /**
   * Renders a page that must not be cached.
   *
   * @param page the model of the view
   */
  public MutableHttpResponse<?> show(HttpStatus status, String view, Object page) {
    return HttpResponse.status(status)
        .body(rendered(view, page))
        .contentType(MediaType.TEXT_HTML_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        // Not no-referrer: browsers would then send "Origin: null" with our own forms, and the forgery check could not
        // use it.
        .header("Referrer-Policy", "same-origin")
        .header("X-Content-Type-Options", "nosniff");
  }

  /**
   * Renders the page that states why a request was not served.
   *
   * @param way the URL that the page links to
   */
  public MutableHttpResponse<?> refuse(PageRefusal reason, Language language, String way) {
    return show(reason.status(), "frame/refusal", new RefusalPage(language, reason, way));
  }

  // Renders before the response begins: if a template failed in the middle of it, the browser would keep waiting.
  private String rendered(String view, Object page) {
    StringOutput html = new StringOutput();
    templates.render(view + ".jte", Map.of("page", page), html);
    return html.toString();
  }
}
