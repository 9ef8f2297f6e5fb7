package dev.latchkey.contracts.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties a sentence of a port's documentation to the test that verifies it. {@code docs/port-contracts.md} is generated
 * from these annotations. The build fails if a sentence has neither this annotation nor {@link Untested}, and if a
 * quoted sentence does not exist.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Promise.Several.class)
public @interface Promise {

  /** The port, or a type that ports return. */
  Class<?> of();

  /** The exact sentence; a sentence of a tag with the tag, as in {@code @return}. */
  String says();

  /** Container for several promises that the same test verifies. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Several {
    Promise[] value();
  }
}
