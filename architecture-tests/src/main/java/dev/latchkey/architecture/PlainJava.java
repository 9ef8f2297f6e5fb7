package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/**
 * The part of the JDK that the core may name, as data.
 *
 * <p>The test for a place on this list: it computes, it asks nobody, and it has no state that two callers share. What
 * slips in with a whole package and fails that test, such as {@code System} or {@code Random}, is caught by
 * {@link PurityRules#coreAsksNobodyForTimeOrChance}, {@link PurityRules#coreDoesNoInputOrOutput} and
 * {@link PurityRules#coreStartsNoThreads}.
 */
final class PlainJava {

  /** Packages, each without the packages below it. */
  static final List<String> PACKAGES = List.of(
      "java.lang",
      "java.lang.annotation",
      "java.math",
      "java.nio.charset",
      "java.time",
      "java.time.chrono",
      "java.time.format",
      "java.time.temporal",
      "java.time.zone",
      "java.util",
      "java.util.function",
      "java.util.regex",
      "java.util.stream",
      "org.jspecify.annotations");

  /** Single types from packages that as a whole do more than compute. */
  static final List<String> TYPES = List.of(
      "java.net.IDN", // spells names and looks none up
      "java.net.InetAddress", // a value, as long as nobody looks a name up
      "java.net.UnknownHostException",
      "java.net.URI", // a value, unlike URL, which compares by looking names up
      "java.net.URISyntaxException",
      "java.security.MessageDigest", // comparison in constant time
      "java.security.NoSuchAlgorithmException",
      "java.text.Normalizer",
      "java.text.Normalizer$Form",
      "java.util.zip.CRC32",
      "java.util.zip.Checksum");

  /** What a signature of a port may use beside the words of the business: values, and the containers for them. */
  private static final Set<String> VALUES = Set.of(
      "void",
      "boolean",
      "byte",
      "char",
      "int",
      "long",
      "double",
      "java.lang.Boolean",
      "java.lang.Integer",
      "java.lang.Long",
      "java.lang.Double",
      "java.lang.String",
      "java.lang.Void",
      "java.math.BigDecimal",
      "java.math.BigInteger",
      "java.net.InetAddress",
      "java.net.URI",
      "java.time.DayOfWeek",
      "java.time.Duration",
      "java.time.Instant",
      "java.time.LocalDate",
      "java.time.LocalTime",
      "java.time.ZoneId",
      "java.util.Collection",
      "java.util.List",
      "java.util.Locale",
      "java.util.Map",
      "java.util.Optional",
      "java.util.OptionalInt",
      "java.util.OptionalLong",
      "java.util.Set",
      "java.util.UUID");

  private PlainJava() {}

  static boolean includes(JavaClass type) {
    return type.isPrimitive() || PACKAGES.contains(type.getPackageName()) || TYPES.contains(type.getName());
  }

  static boolean isValue(JavaClass type) {
    return VALUES.contains(type.getName());
  }
}
