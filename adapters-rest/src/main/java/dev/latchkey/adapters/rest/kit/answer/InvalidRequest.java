package dev.latchkey.adapters.rest.kit.answer;

/** A request whose head breaks a rule of HTTP. */
public final class InvalidRequest extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String detail;

  /** @param detail for the client: what is wrong, then what to do */
  public InvalidRequest(String detail) {
    super(detail);
    this.detail = detail;
  }

  String detail() {
    return detail;
  }
}
