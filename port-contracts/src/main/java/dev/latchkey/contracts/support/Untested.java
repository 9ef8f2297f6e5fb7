package dev.latchkey.contracts.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a sentence of a port's documentation that no test of its contract verifies, with the reason. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Untested.Several.class)
public @interface Untested {

  /** The port, or a type that ports return. */
  Class<?> of();

  /** The exact sentence. */
  String says();

  /** The reason, or where else the sentence is tested. */
  String because();

  /** Container for several sentences. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Several {
    Untested[] value();
  }
}
