package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * A package with all its subpackages.
 *
 * @param name the full name of the package
 */
public record PackageScope(String name) {

  /** Returns a subpackage of this one. */
  PackageScope room(String inner) {
    return new PackageScope(name + "." + inner);
  }

  /** Returns whether the class is in this package or below; for an array its element type counts. */
  boolean holds(JavaClass type) {
    return holdsDirectly(type) || homeOf(type).startsWith(name + ".");
  }

  /** Returns whether the class is in this package itself, not in a subpackage. */
  boolean holdsDirectly(JavaClass type) {
    return homeOf(type).equals(name);
  }

  private static String homeOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName();
  }
}
