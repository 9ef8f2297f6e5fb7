package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** JDK types that are known to be mutable or immutable. Other types are in neither list. */
final class MutableTypes {

  /** Includes subtypes. A collection interface may be unmodifiable; these collection classes never are. */
  private static final List<String> MUTABLE = List.of(
      "java.lang.StringBuffer",
      "java.lang.StringBuilder",
      "java.lang.ThreadLocal",
      "java.util.AbstractCollection",
      "java.util.AbstractMap",
      "java.util.BitSet",
      "java.util.Calendar",
      "java.util.Date",
      "java.util.Dictionary",
      "java.util.Iterator",
      "java.util.Queue",
      "java.util.concurrent.ConcurrentMap",
      "java.util.concurrent.atomic.AtomicBoolean",
      "java.util.concurrent.atomic.AtomicInteger",
      "java.util.concurrent.atomic.AtomicLong",
      "java.util.concurrent.atomic.AtomicReference",
      "java.util.concurrent.atomic.LongAdder",
      "java.util.random.RandomGenerator",
      "java.util.zip.Checksum");

  /** Packages that contain only immutable values and functions. */
  private static final Set<String> IMMUTABLE_PACKAGES = Set.of("java.math", "java.time", "java.time.format",
      "java.util.function");

  private static final Set<String> IMMUTABLE = Set.of(
      "java.lang.Boolean",
      "java.lang.Byte",
      "java.lang.Character",
      "java.lang.Class",
      "java.lang.Double",
      "java.lang.Float",
      "java.lang.Integer",
      "java.lang.Long",
      "java.lang.Short",
      "java.lang.String",
      "java.net.URI",
      "java.nio.charset.Charset",
      "java.util.Base64$Decoder",
      "java.util.Base64$Encoder",
      "java.util.Comparator",
      "java.util.HexFormat",
      "java.util.List",
      "java.util.Locale",
      "java.util.Map",
      "java.util.Optional",
      "java.util.Set",
      "java.util.UUID",
      "java.util.regex.Pattern");

  private MutableTypes() {}

  static boolean include(JavaClass type) {
    return MUTABLE.stream().anyMatch(type::isAssignableTo);
  }

  static boolean exclude(JavaClass type) {
    return type.isPrimitive()
        || IMMUTABLE.contains(type.getName())
        || IMMUTABLE_PACKAGES.contains(type.getPackageName());
  }
}
