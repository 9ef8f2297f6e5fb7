package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules about the values that types hold, what they print and how they fail, most of them about the core. */
public record ValueRules(Hexagon house) {

  /** Last words of the names of types that hold a secret. */
  private static final List<String> SECRET_TYPES = List.of("Secret", "Password", "PasswordHash", "Passphrase", "Pepper",
      "PlainKey", "PresentedKey", "Seal");

  /** Words in the names of fields that hold a secret. */
  private static final List<String> SECRET_FIELDS = List.of("secret", "password", "passphrase", "pepper");

  /** Types that hold a secret in plain text; the last two are arrays of char and of byte. */
  private static final List<String> BARE = List.of("java.lang.String", "java.lang.CharSequence",
      "java.lang.StringBuilder", "java.lang.StringBuffer", "java.nio.ByteBuffer", "java.nio.CharBuffer", "[C", "[B");

  /** Types that print what they contain; Object is also the type of a component whose type is a parameter. */
  private static final List<String> CONTAINERS = List.of("java.lang.Object", "java.util.Collection", "java.util.List",
      "java.util.Map", "java.util.Optional", "java.util.SequencedCollection", "java.util.SequencedMap",
      "java.util.SequencedSet", "java.util.Set", "java.util.SortedMap", "java.util.SortedSet");

  /** Types that print what may be a secret by its name, other than texts and numbers of a few digits. */
  private static final List<String> IDENTIFIERS = List.of("java.lang.Long", "java.math.BigInteger", "java.net.URI",
      "java.net.URL", "java.util.OptionalLong", "java.util.UUID", "long");

  /** Types that print the value of a cookie. */
  private static final List<String> COOKIES = List.of("io.micronaut.http.cookie.Cookie",
      "io.netty.handler.codec.http.cookie.Cookie", "jakarta.servlet.http.Cookie", "java.net.HttpCookie");

  /** Types of a secret that is a number. */
  private static final List<String> NUMBERS = List.of("int", "java.lang.Integer", "java.lang.Long",
      "java.math.BigInteger", "java.util.OptionalInt", "java.util.OptionalLong", "java.util.UUID", "long");

  /** Exceptions that stand for any failure or for a bug. */
  private static final List<String> UNEXPECTED = List.of("java.lang.Throwable", "java.lang.Exception",
      "java.lang.RuntimeException", "java.lang.ArithmeticException", "java.lang.ArrayIndexOutOfBoundsException",
      "java.lang.ArrayStoreException", "java.lang.ClassCastException", "java.lang.IllegalMonitorStateException",
      "java.lang.IllegalStateException", "java.lang.IndexOutOfBoundsException", "java.lang.InterruptedException",
      "java.lang.MatchException", "java.lang.NegativeArraySizeException", "java.lang.NullPointerException",
      "java.lang.StringIndexOutOfBoundsException", "java.lang.UnsupportedOperationException",
      "java.util.ConcurrentModificationException", "java.util.EmptyStackException",
      "java.util.MissingResourceException", "java.util.NoSuchElementException");

  List<ArchitectureRule> all() {
    return List.of(
        coreObjectsAreImmutable(),
        coreSharesNoMutableState(),
        coreCollectionsAreUnmodifiable(),
        secretCarriersAreNoRecords(),
        recordsPrintNoSecrets(),
        coreDeclaresNoCheckedExceptions(),
        coreCatchesOnlyWhatItExpects());
  }

  /** Requires that objects of the core are immutable. */
  public ArchitectureRule coreObjectsAreImmutable() {
    return ArchitectureRule.named("coreObjectsAreImmutable")
        .forbids("instance fields in the core that are not final, that have a type known to be mutable or are a "
            + "container of one, or that hold an array in a record or a use case; and classes of the core that extend "
            + "or implement a type known to be mutable, such as ArrayList")
        .because("a validated value must still be valid when it is used, on any thread")
        .instead("make the field final, copy collections with List.copyOf, Set.copyOf and Map.copyOf, wrap an array in "
            + "a final class that clones it, and return a changed copy instead of changing the object")
        .about(house.core())
        .lawForEach(
            house::isCore,
            type -> Stream.concat(
                Stream.concat(
                    written(type, field -> !isStatic(field) && !isFinal(field), "can be assigned again"),
                    written(type, field -> !isStatic(field) && changes(field), "holds what can change")),
                MutableTypes.include(type.type()) ? Stream.of(type.line("can change")) : Stream.empty()));
  }

  /** Requires that static fields of the core are constants. */
  public ArchitectureRule coreSharesNoMutableState() {
    return ArchitectureRule.named("coreSharesNoMutableState")
        .forbids("static fields in the core that are not final or whose type may be mutable; allowed are immutable JDK "
            + "types, List, Set, Map and Optional of such types, types of the core, enums, records and private arrays "
            + "of primitives")
        .because("static state is shared by all tenants and all tests, and appears in no signature")
        .instead("pass the state to the constructor, or keep it in an adapter behind a driven port")
        .about(house.core())
        .lawForEach(
            house::isCore,
            type -> Stream.concat(
                written(type, field -> isStatic(field) && !isFinal(field), "is static and can be assigned again"),
                written(type, field -> isStatic(field) && !isConstant(field), "is static and holds what can change")));
  }

  /** Requires that the collections in the fields of the core cannot change, whatever the type of the field says. */
  public ArchitectureRule coreCollectionsAreUnmodifiable() {
    return ArchitectureRule.named("coreCollectionsAreUnmodifiable")
        .forbids("fields in the core, static or not, that have the type of a collection's interface and are assigned a "
            + "collection which is not known to be unmodifiable, in one branch or in all: a new one, one of the "
            + "caller, also behind Collections.unmodifiable…, or the result of a method other than List.of and copyOf, "
            + "those of Set and Map, Stream.toList, Collectors.toUnmodifiable…, Collections.unmodifiable… and methods "
            + "of the class that return these; and fields of another type that are assigned a new array or object of a "
            + "type known to be mutable, such as ArrayList, StringBuilder and Map.Entry's SimpleEntry, or a function "
            + "that keeps one, such as an iterator")
        .because("a cache in a use case is shared by all tenants and by all servers but one, and a list that its "
            + "caller changes later is no checked value")
        .instead("assign List.copyOf, Set.copyOf, Map.copyOf or Collections.unmodifiableSortedMap of a new map; keep a "
            + "cache in an adapter behind a driven port")
        .about(house.core())
        .lawForEach(house::isCore, type -> CollectionFields.of(type).doubtful());
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
        .forbids("core types with a secret that are records, not final, without a toString of their own, or with one "
            + "that reads a field named as a secret; a type has a secret if its name ends in %s, if it has a method "
                .formatted(String.join(", ", SECRET_TYPES))
            + "reveal, or if a text or byte field name contains %s".formatted(String.join(", ", SECRET_FIELDS)))
        .because(
            "a record prints all its components, so that one log line or exception message can disclose the secret")
        .instead("write a final class with a private field and a toString that masks it")
        .about(house.core())
        .lawForEach(type -> house.isCore(type) && carriesSecret(type), ValueRules::leaks);
  }

  /**
   * Forbids records, and other types with a toString, that print what is a secret by its name.
   *
   * <p>A record's own toString counts if it reads a component and none that is a secret. For a name that misleads there
   * is an annotation of the project, {@code @MayBePrinted}, with a reason.
   */
  public ArchitectureRule recordsPrintNoSecrets() {
    return ArchitectureRule.named("recordsPrintNoSecrets")
        .forbids("records with a component of text, bytes or cookies, or a container of these, whose name has one of "
            + "the words %s ".formatted(String.join(", ", SecretWords.ANYWHERE))
            + "or ends in one of %s, in the singular or the plural, or with a number or UUID whose name has one of %s, "
                .formatted(String.join(", ", SecretWords.AT_THE_END), String.join(", ", SecretWords.NUMBERS))
            + "or with a long, UUID or URI whose name ends in one of the words of the first list, "
            + "unless the record has a toString of its own that leaves it out, or the component has @MayBePrinted of "
            + "the project with a reason; and other types with a toString that reads such a field")
        .because("a record prints all its components, so that one log line discloses a token as well as a password")
        .instead("give the secret a final class of its own that masks it, write a toString without it, or say with "
            + "@MayBePrinted why it is none")
        .about(house.core())
        .about(house.rooms(Room.ADAPTERS))
        .lawForEach(
            house::isOurs,
            type -> type.writtenFields()
                .filter(field -> !isStatic(field) && isASecret(field) && !mayBePrinted(field))
                .filter(field -> type.type().isRecord() ? !isLeftOut(field) : isPrinted(field))
                .map(field -> type.line(field, "is printed by its %s, and is a secret by its name"
                    .formatted(type.type().isRecord() ? "record" : "class"))));
  }

  /** Forbids the core to catch failures that it does not expect. */
  public ArchitectureRule coreCatchesOnlyWhatItExpects() {
    return ArchitectureRule.named("coreCatchesOnlyWhatItExpects")
        .forbids("blocks in the core that catch %s or a subtype of Error; blocks in methods with a result, or in "
            .formatted(String.join(", ", UNEXPECTED.stream().map(ValueRules::simple).toList()))
            + "lambdas, that catch an exception of the ports; and finally blocks that return; allowed are blocks that "
            + "throw the same exception again")
        .because("an unreachable store then reads as an empty answer, such as no such tenant, and a bug as a refusal")
        .instead("catch the one exception that the called method documents, and let others reach the adapter, which "
            + "answers that the service is unavailable")
        .about(house.core())
        .lawForEach(
            // Not in the class of a switch over an enum, in which the compiler catches a missing constant.
            type -> house.isCore(type) && !type.getModifiers().contains(JavaModifier.SYNTHETIC),
            type -> CatchBlocks.of(type).swallowing()
                .filter(block -> block.caught().map(
                    caught -> isUnexpected(caught) || hidesAFailure(type, block, caught)).orElse(true))
                .map(block -> type.line(
                    block.unit(),
                    block.caught().map("catches %s"::formatted).orElse("returns from a finally block"))));
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

  private boolean changes(JavaField field) {
    var type = field.getRawType();
    return type.isArray()
        ? handsOut(field)
        : MutableTypes.include(type) || (MutableTypes.areIn(field) && handsOut(field));
  }

  /** An array in another class of the domain may be cloned there. */
  private boolean handsOut(JavaField field) {
    return field.getOwner().isRecord() || house.useCases().holds(field.getOwner());
  }

  private boolean isConstant(JavaField field) {
    var type = field.getRawType();
    return type.isArray()
        ? field.getModifiers().contains(JavaModifier.PRIVATE) && type.getComponentType().isPrimitive()
        : !MutableTypes.include(type)
            && !MutableTypes.areIn(field)
            && (type.isEnum() || type.isRecord() || house.isCore(type) || MutableTypes.exclude(type));
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
    var printed = type.writtenFields()
        .filter(field -> isBareSecret(field) && SecretWords.name(field) && isPrinted(field))
        .map(field -> type.line(field, "is read by toString, which should mask it"));
    return Stream.of(extensible, talkative, printed).flatMap(lines -> lines);
  }

  private boolean isASecret(JavaField field) {
    return (SecretWords.name(field) && prints(field.getType(), ValueRules::mayBeText))
        || (SecretWords.nameOfANumber(field) && prints(field.getType(), type -> NUMBERS.contains(type.getName())))
        || (SecretWords.nameOfAnIdentifier(field)
            && prints(field.getType(), type -> IDENTIFIERS.contains(type.getName())));
  }

  /** Returns whether a value of the type prints one of such a type: is one, or contains one. */
  private boolean prints(JavaType type, Predicate<JavaClass> kind) {
    var erased = type.toErasure();
    return (type instanceof JavaParameterizedType container && CONTAINERS.contains(erased.getName()))
        ? argumentsPrint(container.getActualTypeArguments(), kind)
        : kind.test(erased);
  }

  /** The keys of a map of values of this project are taken for the names of the values. */
  private boolean argumentsPrint(List<JavaType> arguments, Predicate<JavaClass> kind) {
    var values = arguments.getLast();
    return prints(values, kind)
        || (values.getAllInvolvedRawTypes().stream().noneMatch(house::isOurs)
            && arguments.stream().anyMatch(argument -> prints(argument, kind)));
  }

  private static boolean mayBeText(JavaClass type) {
    return isText(type) || isCookie(type) || CONTAINERS.contains(type.getName());
  }

  private static boolean isCookie(JavaClass type) {
    return COOKIES.stream().anyMatch(type::isAssignableTo);
  }

  /** Arrays of texts, and of arrays of char and byte, count. */
  private static boolean isText(JavaClass type) {
    return BARE.contains(type.getName())
        || (type.isArray() && isText(type.getComponentType()));
  }

  private boolean mayBePrinted(JavaField field) {
    return field.getAnnotations().stream()
        .anyMatch(annotation -> house.isOurs(annotation.getRawType())
            && annotation.getRawType().getSimpleName().equals("MayBePrinted")
            && annotation.get("value").filter(reason -> !reason.toString().isBlank()).isPresent());
  }

  /** The toString that the compiler writes reads no component in its own code. */
  private static boolean isLeftOut(JavaField field) {
    var read = readByToString(field.getOwner());
    return !read.isEmpty() && !read.contains(field.getName());
  }

  /** A class below counts if its toString reads the field. */
  private static boolean isPrinted(JavaField field) {
    return Stream.concat(Stream.of(field.getOwner()), field.getOwner().getAllSubclasses().stream())
        .anyMatch(type -> readByToString(type).contains(field.getName()));
  }

  /**
   * Returns the fields and methods of the type that its toString reads and calls, also through its other methods and
   * through those that it inherits.
   */
  private static Set<String> readByToString(JavaClass type) {
    var lineage = type.getAllClassesSelfIsAssignableTo();
    Set<String> read = new LinkedHashSet<>();
    var left = new ArrayDeque<JavaCodeUnit>(toStringOf(type).stream().toList());
    while (!left.isEmpty()) {
      left.remove().getAccessesFromSelf().stream()
          .filter(access -> lineage.contains(access.getTargetOwner()) && read.add(access.getTarget().getName()))
          .flatMap(access -> lineage.stream().flatMap(one -> one.getMethods().stream())
              .filter(method -> method.getName().equals(access.getTarget().getName())))
          .forEach(left::add);
    }
    return read;
  }

  /** Returns the method of the type or of the nearest class above it. */
  private static Optional<JavaMethod> toStringOf(JavaClass type) {
    return type.getClassHierarchy().stream()
        .flatMap(one -> one.tryGetMethod("toString").stream())
        .findFirst();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean isUnexpected(String caught) {
    // By the name: ArchUnit does not read the supertypes of a class that is only caught.
    return UNEXPECTED.contains(caught) || caught.endsWith("Error");
  }

  private boolean hidesAFailure(ClassView type, CatchBlocks.Swallowing block, String caught) {
    return (block.isInLambda() || !block.unit().getRawReturnType().getName().equals("void"))
        && type.type().getDirectDependenciesFromSelf().stream()
            .anyMatch(named -> named.getTargetClass().getName().equals(caught)
                && house.isAmongPorts(named.getTargetClass()));
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
