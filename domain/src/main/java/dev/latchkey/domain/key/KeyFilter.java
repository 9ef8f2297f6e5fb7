package dev.latchkey.domain.key;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.key.format.Environment;
import java.time.Instant;
import java.util.Optional;

/**
 * The filter of a list of keys. A key has to match every part that is given.
 *
 * @param text part of the name, the masked form or the handle, ignoring case; names and text are compared in the
 *     normalised form
 * @param expiresBefore keys whose period ends before this moment
 * @param unusedSince keys whose last use is before this moment, or that were never used
 */
public record KeyFilter(
    Optional<KeyStatus> status,
    Optional<KeyState> state,
    Optional<Environment> environment,
    Optional<String> text,
    Optional<Actor> createdBy,
    Optional<Instant> expiresBefore,
    Optional<Instant> unusedSince) {

  public KeyFilter {
    text = text.map(Name::normalised).filter(part -> !part.isEmpty());
  }

  public static final KeyFilter ALL = new KeyFilter(
      Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
      Optional.empty());

  public KeyFilter with(KeyStatus wanted) {
    return new KeyFilter(Optional.of(wanted), state, environment, text, createdBy, expiresBefore, unusedSince);
  }

  public KeyFilter with(KeyState wanted) {
    return new KeyFilter(status, Optional.of(wanted), environment, text, createdBy, expiresBefore, unusedSince);
  }

  public KeyFilter with(Environment wanted) {
    return new KeyFilter(status, state, Optional.of(wanted), text, createdBy, expiresBefore, unusedSince);
  }

  public KeyFilter with(String part) {
    return new KeyFilter(status, state, environment, Optional.of(part), createdBy, expiresBefore, unusedSince);
  }

  public KeyFilter with(Actor creator) {
    return new KeyFilter(status, state, environment, text, Optional.of(creator), expiresBefore, unusedSince);
  }

  public KeyFilter expiringBefore(Instant moment) {
    return new KeyFilter(status, state, environment, text, createdBy, Optional.of(moment), unusedSince);
  }

  public KeyFilter unusedSince(Instant moment) {
    return new KeyFilter(status, state, environment, text, createdBy, expiresBefore, Optional.of(moment));
  }
}
