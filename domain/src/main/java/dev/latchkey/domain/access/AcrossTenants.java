package dev.latchkey.domain.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a store's method that has to be asked without proof of a tenant, and says why it may. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AcrossTenants {

  /** The reason, for whoever reviews it. */
  String value();
}
