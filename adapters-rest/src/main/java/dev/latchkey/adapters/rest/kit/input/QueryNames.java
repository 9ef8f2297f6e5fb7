package dev.latchkey.adapters.rest.kit.input;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The query parameters that an endpoint of {@code /api/v2} or {@code /api/platform/v1} accepts. {@link QueryCheck}
 * rejects all others, so an endpoint without this annotation accepts none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface QueryNames {

  String[] value();
}
