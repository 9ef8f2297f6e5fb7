package dev.latchkey.adapters.rest.kit.http;

/** Limit for the length of a request body, known as soon as the head has arrived. */
@FunctionalInterface
public interface BodyLimit {

  /**
   * Returns the limit in bytes.
   *
   * @param path without the query, as it was sent
   * @param cookies the values of the {@code Cookie} headers; empty if there is none
   */
  int bytes(String path, String cookies);
}
