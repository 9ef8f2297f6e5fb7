package dev.latchkey.domain;

/**
 * One fault of a request.
 *
 * @param field the name of the field in the API, without its position in the body
 * @param code stable, snake_case
 * @param message what is wrong, and how to correct it
 */
public record Violation(String field, @MayBePrinted("A code of an error.") String code, String message) {}
