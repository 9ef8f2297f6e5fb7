package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules about the core's own types: the values that they hold, what they print, how they fail. */
public record ValueRules(Hexagon house) {

  /** Last words of the names of types that hold a secret. */
  private static final List<String> SECRET_TYPES = List.of("Secret", "Password", "PasswordHash", "Passphrase", "Pepper",
      "PlainKey", "PresentedKey", "Seal");

  /** Words in the names of fields that hold a secret. */
  private static final List<String> SECRET_FIELDS = List.of("secret", "password", "passphrase", "pepper");

  /** Types that hold a secret in plain text; the last two are arrays of char and of byte. */
  private static final List<String> BARE = List.of("java.lang.String", "java.lang.CharSequence", "[C", "[B");

  List<ArchitectureRule> all() {
    return List.of(
        coreObjectsAreImmutable(),
        coreSharesNoMutableState(),
        secretCarriersAreNoRecords(),
        coreDeclaresNoCheckedExceptions());
  }

  /** Requires that objects of the core are immutable. */
  public ArchitectureRule coreObjectsAreImmutable() {
    return ArchitectureRule.named("coreObjectsAreImmutable")
        .forbids("instance fields in the core that are not final, that have a type known to be mutable, or that hold "
            + "an array in a record")
        .because("a validated value must still be valid when it is used, on any thread")
        .instead("make the field final, copy collections with List.copyOf, Set.copyOf and Map.copyOf, wrap an array in "
            + "a final class that clones it, and return a changed copy instead of changing the object")
        .about(house.core())
        .lawForEach(
            house::isCore,
            type -> Stream.concat(
                written(type, field -> !isStatic(field) && !isFinal(field), "can be assigned again"),
                written(type, field -> !isStatic(field) && changes(field), "holds what can change")));
  }

  /** Requires that static fields of the core are constants. */
  public ArchitectureRule coreSharesNoMutableState() {
    return ArchitectureRule.named("coreSharesNoMutableState")
        .forbids("static fields in the core that are not final or whose type may be mutable; allowed are immutable JDK "
            + "types, List, Set, Map, types of the core, enums, records and private arrays of primitives")
        .because("static state is shared by all tenants and all tests, and appears in no signature")
        .instead("pass the state to the constructor, or keep it in an adapter behind a driven port")
        .about(house.core())
        .lawForEach(
            house::isCore,
            type -> Stream.concat(
                written(type, field -> isStatic(field) && !isFinal(field), "is static and can be assigned again"),
                written(type, field -> isStatic(field) && !isConstant(field), "is static and holds what can change")));
  }

  /**
   * Forbids types that print a secret.
   *
   * <p>A class file does not show what a secret is, so there are three signs, each a convention of this project: the
   * type's name ends in one of {@link #SECRET_TYPES}; the type has a method {@code reveal}; or it has a field that
   * holds the secret in plain text, named with one of {@link #SECRET_FIELDS}. A record that contains such a type is
   * allowed, as that type masks what it prints.
   */
  public ArchitectureRule secretCarriersAreNoRecords() {
    return ArchitectureRule.named("secretCarriersAreNoRecords")
        .forbids("core types with a secret that are records, not final or without a toString of their own; a type has "
            + "a secret if its name ends in %s, if it has a method reveal, or if a text or byte field name contains %s"
                .formatted(String.join(", ", SECRET_TYPES), String.join(", ", SECRET_FIELDS)))
        .because(
            "a record prints all its components, so that one log line or exception message can disclose the secret")
        .instead("write a final class with a private field and a toString that masks it")
        .about(house.core())
        .lawForEach(type -> house.isCore(type) && carriesSecret(type), ValueRules::leaks);
  }

  /** Forbids checked exceptions in the core: expected failures are return values. */
  public ArchitectureRule coreDeclaresNoCheckedExceptions() {
    return ArchitectureRule.named("coreDeclaresNoCheckedExceptions")
        .forbids("checked exceptions that the core declares or defines")
        .because("with a sealed outcome the compiler checks that every switch handles the expected failures")
        .instead("return a sealed outcome; throw an unchecked exception for a bug of the caller")
        .about(house.core())
        .lawForEach(
            house::isCore, type -> Stream.concat(checkedExceptionDeclared(type), checkedExceptionDefined(type)));
  }

  private static Stream<String> written(ClassView type, Predicate<JavaField> wrong, String sentence) {
    return type.writtenFields().filter(wrong).map(field -> type.line(field, sentence));
  }

  private static boolean isStatic(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC);
  }

  private static boolean isFinal(JavaField field) {
    return field.getModifiers().contains(JavaModifier.FINAL);
  }

  private static boolean changes(JavaField field) {
    var type = field.getRawType();
    return type.isArray() ? field.getOwner().isRecord() : MutableTypes.include(type);
  }

  private boolean isConstant(JavaField field) {
    var type = field.getRawType();
    return type.isArray()
        ? field.getModifiers().contains(JavaModifier.PRIVATE) && type.getComponentType().isPrimitive()
        : type.isEnum() || type.isRecord() || house.isCore(type) || MutableTypes.exclude(type);
  }

  private static boolean carriesSecret(JavaClass type) {
    return !type.isInterface()
        && !type.isEnum()
        && (SECRET_TYPES.stream().anyMatch(type.getSimpleName()::endsWith)
            || type.getMethods().stream().anyMatch(method -> method.getName().equals("reveal"))
            || type.getFields().stream().anyMatch(ValueRules::isBareSecret));
  }

  private static boolean isBareSecret(JavaField field) {
    var name = field.getName().toLowerCase(Locale.ROOT);
    return !isStatic(field)
        && BARE.contains(field.getRawType().getName())
        && SECRET_FIELDS.stream().anyMatch(name::contains);
  }

  private static Stream<String> leaks(ClassView type) {
    if (type.type().isRecord()) {
      return Stream.of(type.line("holds a secret and is a record"));
    }
    var extensible = type.hasModifier(JavaModifier.FINAL)
        ? Stream.<String>empty()
        : Stream.of(type.line("holds a secret and is not final"));
    var talkative = type.type().tryGetMethod("toString").isPresent()
        ? Stream.<String>empty()
        : Stream.of(type.line("holds a secret and has no toString of its own"));
    return Stream.concat(extensible, talkative);
  }

  private static Stream<String> checkedExceptionDeclared(ClassView type) {
    return type.type().getCodeUnits().stream()
        .filter(ValueRules::declaresChecked)
        .map(unit -> type.line(unit, "declares a checked exception"));
  }

  private static boolean declaresChecked(JavaCodeUnit unit) {
    return unit.getExceptionTypes().stream().anyMatch(ValueRules::isChecked);
  }

  private static Stream<String> checkedExceptionDefined(ClassView type) {
    return isChecked(type.type()) ? Stream.of(type.line("is a checked exception")) : Stream.empty();
  }

  private static boolean isChecked(JavaClass type) {
    return type.isAssignableTo(Throwable.class)
        && !type.isAssignableTo(RuntimeException.class)
        && !type.isAssignableTo(Error.class);
  }
}
