package dev.latchkey.contracts.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a port's documentation says and a test holds the implementation to. {@code docs/port-contracts.md} is made from these,
 * and the build fails where a sentence has neither this nor {@link Untested}, and where what is quoted is said nowhere.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Promise.Several.class)
public @interface Promise {

  /** The port, or a type beside the ports that they answer with. */
  Class<?> of();

  /** One sentence, word for word; of a tag with the tag, as in {@code @return}. */
  String says();

  /** More than one promise that the same test proves. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Several {
    Promise[] value();
  }
}
