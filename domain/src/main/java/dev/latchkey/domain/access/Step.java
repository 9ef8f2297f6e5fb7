package dev.latchkey.domain.access;

import dev.latchkey.domain.grant.AccessRule;
import java.util.Optional;

/**
 * One question of a decision and its answer, for whoever asks why.
 *
 * @param question its name, stable, snake_case
 * @param passed whether it let the request on
 * @param because what made it answer so
 * @param rule the campaign access rule that decided, where one did
 */
public record Step(String question, boolean passed, String because, Optional<AccessRule> rule) {}
