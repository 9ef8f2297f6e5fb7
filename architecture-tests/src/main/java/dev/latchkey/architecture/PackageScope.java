package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * One room of the house: a package with everything below it.
 *
 * @param name the full name of the package
 */
public record PackageScope(String name) {

  /** A room inside this one. */
  PackageScope room(String inner) {
    return new PackageScope(name + "." + inner);
  }

  /** Whether the class lives here; an array lives where its elements live. */
  boolean holds(JavaClass type) {
    return holdsDirectly(type) || homeOf(type).startsWith(name + ".");
  }

  /** Whether the class lives in this package itself, and in none below it. */
  boolean holdsDirectly(JavaClass type) {
    return homeOf(type).equals(name);
  }

  private static String homeOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName();
  }
}
