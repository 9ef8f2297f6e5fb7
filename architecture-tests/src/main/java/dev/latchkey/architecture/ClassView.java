package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.domain.properties.HasSourceCodeLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

  /** Returns the byte code, for what ArchUnit does not report. */
  ClassModel model() {
    var place = type.getSource().map(Source::getUri)
        .orElseThrow(() -> new IllegalStateException("%s has no class file".formatted(type.getName())));
    try (var file = place.toURL().openStream()) {
      return ClassFile.of().parse(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the texts that the code contains, also those that it joins with others. */
  Stream<String> texts() {
    return StreamSupport.stream(model().constantPool().spliterator(), false)
        .filter(entry -> entry instanceof StringEntry)
        .map(entry -> ((StringEntry) entry).stringValue());
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
