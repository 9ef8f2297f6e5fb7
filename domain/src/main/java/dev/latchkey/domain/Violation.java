package dev.latchkey.domain;

/**
 * One thing that is wrong with what somebody sent.
 *
 * @param field the name of the field in the API, without its place in the body
 * @param code stable, snake_case
 * @param message what would be right
 */
public record Violation(String field, String code, String message) {}
