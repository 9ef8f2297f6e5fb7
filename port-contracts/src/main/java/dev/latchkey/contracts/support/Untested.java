package dev.latchkey.contracts.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A sentence of a port's documentation that no test of its contract proves, and why. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Untested.Several.class)
public @interface Untested {

  /** The port, or a type beside the ports that they answer with. */
  Class<?> of();

  /** The sentence, word for word. */
  String says();

  /** Why it is not tested, or where else it is. */
  String because();

  /** All that is not tested. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Several {
    Untested[] value();
  }
}
