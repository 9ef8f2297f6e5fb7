package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.Violation;
import dev.latchkey.domain.tenant.PasswordFault;
import io.micronaut.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Errors of a submitted form by field, in the language of its page. Collects them while the form is decoded. A form with
 * errors is answered with status 422, unless an error has another one.
 */
public final class FormErrors {

  /** The field name of the error of the form as a whole. */
  private static final String FORM = "";

  private final Language language;
  private final Map<String, String> texts = new HashMap<>();
  private HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;

  public FormErrors(Language language) {
    this.language = language;
  }

  /** Adds an error that concerns the form as a whole, by its message key. */
  public FormErrors reject(HttpStatus other, String key, Object... put) {
    return with(other).add(FORM, key, put);
  }

  /** Sets the status of the response. */
  public FormErrors with(HttpStatus other) {
    status = other;
    return this;
  }

  /** Adds the error of a field by its message key, with the values of the placeholders. */
  public FormErrors add(String field, String key, Object... put) {
    texts.putIfAbsent(field, language.text(key, put));
    return this;
  }

  /** Adds the reason why a password cannot be set. */
  public FormErrors add(String field, PasswordFault fault) {
    return add(field, key(fault));
  }

  /** Adds the violations of a key's settings. */
  public FormErrors addAll(List<Violation> violations) {
    for (Violation violation : violations) {
      switch (violation.code()) {
        case "not_after_start", "not_before_end", "in_the_past" ->
          add(violation.field(), "fault." + violation.code());
        default -> texts.putIfAbsent(violation.field(), violation.message());
      }
    }
    return this;
  }

  /** Adds an error where the value is empty, and returns the value. */
  public <T> Optional<T> require(String field, Optional<T> value, String key) {
    if (value.isEmpty()) {
      add(field, key);
    }
    return value;
  }

  static String key(PasswordFault fault) {
    return "password.fault." + Language.key(fault);
  }

  /** Returns the status of the response; 200 where there are no errors. */
  public HttpStatus status() {
    return any() ? status : HttpStatus.OK;
  }

  public boolean any() {
    return !texts.isEmpty();
  }

  public boolean at(String field) {
    return texts.containsKey(field);
  }

  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  public boolean concernForm() {
    return at(FORM);
  }

  /** Returns the message above the form. */
  public String alert() {
    return texts.getOrDefault(FORM, language.text("form.faults"));
  }

  /** Returns the ids of the elements that describe a field: its error first, then its help. */
  public String describedBy(String field) {
    return at(field) ? field + "-fault " + field + "-help" : field + "-help";
  }
}
