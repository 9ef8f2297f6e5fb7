package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The facts of a class file as lines that a developer can act on. */
record ClassView(JavaClass type) {

  /** Returns every place where this class names a matching type. */
  Stream<String> dependenciesOn(Predicate<JavaClass> kind) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(dependency -> kind.test(dependency.getTargetClass().getBaseComponentType()))
        .map(Dependency::getDescription);
  }

  /** Returns every matching call, field access, constructor call and method reference. */
  Stream<String> accesses(Predicate<JavaAccess<?>> kind) {
    return type.getAccessesFromSelf().stream().filter(kind).map(JavaAccess::getDescription);
  }

  /** Returns the fields declared in source code, without synthetic ones. */
  Stream<JavaField> writtenFields() {
    return type.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  boolean hasModifier(JavaModifier modifier) {
    return type.getModifiers().contains(modifier);
  }

  boolean isPackageInfo() {
    return type.getSimpleName().equals("package-info");
  }

  /** Returns a sentence about this class with its source location. */
  String line(String sentence) {
    return line("Class", type.getName(), sentence, type);
  }

  /** Returns a sentence about a member of this class with its source location. */
  String line(JavaMember member, String sentence) {
    return line(kindOf(member), member.getFullName(), sentence, member);
  }

  private static String kindOf(JavaMember member) {
    return switch (member) {
      case JavaField field -> "Field";
      case JavaConstructor constructor -> "Constructor";
      case JavaMember other -> "Method";
    };
  }

  private static String line(String kind, String name, String sentence, HasSourceCodeLocation place) {
    return "%s <%s> %s in %s".formatted(kind, name, sentence, place.getSourceCodeLocation());
  }
}
