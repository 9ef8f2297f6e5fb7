package dev.latchkey.adapters.rest.kit.http;

/** How long the body of a request may be, known as soon as its head has arrived. */
@FunctionalInterface
public interface BodyLimit {

  /**
   * The most bytes.
   *
   * @param path without the query, as it was sent
   * @param cookies the values of the {@code Cookie} headers; empty where there is none
   */
  int bytes(String path, String cookies);
}
