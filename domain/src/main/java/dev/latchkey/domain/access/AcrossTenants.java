package dev.latchkey.domain.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a store's method that takes no proof of a tenant, and gives the reason. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AcrossTenants {

  /** The reason, for reviewers. */
  String value();
}
