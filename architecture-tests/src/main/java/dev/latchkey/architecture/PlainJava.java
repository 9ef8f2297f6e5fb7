package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/**
 * The part of the JDK that the core may name.
 *
 * <p>A type qualifies if it only computes, calls nothing outside the process and has no state that two callers share.
 * Types of a listed package that do not qualify, such as {@code System} or {@code Random}, are covered by
 * {@link PurityRules#coreAsksNobodyForTimeOrChance}, {@link PurityRules#coreDoesNoInputOrOutput} and
 * {@link PurityRules#coreStartsNoThreads}.
 */
final class PlainJava {

  /** Packages, each without its subpackages. */
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

  /** Single types of packages that otherwise do more than compute. */
  static final List<String> TYPES = List.of(
      "java.net.IDN", // converts names without look-ups
      "java.net.InetAddress", // a value, unless a name is resolved
      "java.net.UnknownHostException",
      "java.net.URI", // a value, unlike URL, whose equals resolves names
      "java.net.URISyntaxException",
      "java.security.MessageDigest", // comparison in constant time
      "java.security.NoSuchAlgorithmException",
      "java.text.Normalizer",
      "java.text.Normalizer$Form",
      "java.util.zip.CRC32",
      "java.util.zip.Checksum");

  /** Types that a port signature may use in addition to the domain's: values and containers. */
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
