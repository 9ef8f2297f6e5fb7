package dev.latchkey.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a component of a record that has the name of a secret and is none, and gives the reason. */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface MayBePrinted {

  /** The reason, for reviewers. */
  String value();
}
