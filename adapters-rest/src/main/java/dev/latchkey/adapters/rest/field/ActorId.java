package dev.latchkey.adapters.rest.field;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.PublicId;
import java.util.Optional;

/** Text form of an actor: the id of a key or a member, or {@code operator}, who has no id. */
public final class ActorId {

  private static final String OPERATOR = "operator";

  private ActorId() {}

  public static String of(Actor actor) {
    return switch (actor) {
      case Actor.Operator() -> OPERATOR;
      case Actor.Holder(KeyId key) -> PublicId.of(key);
      case Actor.Staff(MemberId member) -> PublicId.of(member);
    };
  }

  public static Optional<Actor> read(String text) {
    return text.equals(OPERATOR)
        ? Optional.of(new Actor.Operator())
        : PublicId.key(text).<Actor>map(Actor.Holder::new).or(() -> PublicId.member(text).map(Actor.Staff::new));
  }
}
