package dev.latchkey.adapters.persistence.audit;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.MemberId;

/** An actor as one column: {@code operator}, {@code key 123} or {@code member 45}. */
public record ActorText(String value) {

  private static final String OPERATOR = "operator";
  private static final String KEY = "key ";
  private static final String MEMBER = "member ";

  public static ActorText from(Actor actor) {
    return new ActorText(switch (actor) {
      case Actor.Operator() -> OPERATOR;
      case Actor.Holder(KeyId key) -> KEY + key.value();
      case Actor.Staff(MemberId member) -> MEMBER + member.value();
    });
  }

  public Actor toActor() {
    if (value.equals(OPERATOR)) {
      return new Actor.Operator();
    }
    if (value.startsWith(KEY)) {
      return new Actor.Holder(new KeyId(Long.parseLong(value.substring(KEY.length()))));
    }
    if (value.startsWith(MEMBER)) {
      return new Actor.Staff(new MemberId(Long.parseLong(value.substring(MEMBER.length()))));
    }
    throw new IllegalStateException("Not an actor: " + value);
  }
}
