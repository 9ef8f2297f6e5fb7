package dev.latchkey.adapters.rest.kit.answer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record that has the name of a secret and is none, and gives the reason. It is the domain's
 * annotation again, as these packages depend on no other of ours.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
@interface MayBePrinted {

  /** The reason, for reviewers. */
  String value();
}
