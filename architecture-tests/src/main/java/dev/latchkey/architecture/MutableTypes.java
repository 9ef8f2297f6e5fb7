package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Set;

/** JDK types that are known to be mutable or immutable. Other types are in neither list. */
final class MutableTypes {

  /** Includes subtypes. A collection interface may be unmodifiable; these collection classes never are. */
  private static final List<String> MUTABLE = List.of(
      "java.lang.ClassValue",
      "java.lang.StringBuffer",
      "java.lang.StringBuilder",
      "java.lang.ThreadLocal",
      "java.nio.Buffer",
      "java.nio.charset.CharsetDecoder",
      "java.nio.charset.CharsetEncoder",
      "java.security.MessageDigest",
      "java.text.Format",
      "java.time.format.DateTimeFormatterBuilder",
      "java.util.AbstractCollection",
      "java.util.AbstractMap",
      "java.util.AbstractMap$SimpleEntry",
      "java.util.BitSet",
      "java.util.Calendar",
      "java.util.Date",
      "java.util.Dictionary",
      "java.util.DoubleSummaryStatistics",
      "java.util.Enumeration",
      "java.util.Formatter",
      "java.util.IntSummaryStatistics",
      "java.util.Iterator",
      "java.util.LongSummaryStatistics",
      "java.util.Queue",
      "java.util.Scanner",
      "java.util.Spliterator",
      "java.util.StringJoiner",
      "java.util.concurrent.ConcurrentMap",
      "java.util.concurrent.CopyOnWriteArrayList",
      "java.util.concurrent.atomic.AtomicBoolean",
      "java.util.concurrent.atomic.AtomicInteger",
      "java.util.concurrent.atomic.AtomicLong",
      "java.util.concurrent.atomic.AtomicReference",
      "java.util.concurrent.atomic.LongAdder",
      "java.util.concurrent.atomic.AtomicIntegerArray",
      "java.util.concurrent.atomic.AtomicLongArray",
      "java.util.concurrent.atomic.AtomicMarkableReference",
      "java.util.concurrent.atomic.AtomicReferenceArray",
      "java.util.concurrent.atomic.AtomicStampedReference",
      "java.util.concurrent.atomic.DoubleAccumulator",
      "java.util.concurrent.atomic.DoubleAdder",
      "java.util.concurrent.atomic.LongAccumulator",
      "java.util.random.RandomGenerator",
      "java.util.regex.MatchResult",
      "java.util.stream.BaseStream",
      "java.util.zip.Checksum");

  /** Containers of which the type argument shows what they hold. */
  private static final Set<String> CONTAINERS = Set.of(
      "java.lang.Iterable",
      "java.util.Collection",
      "java.util.List",
      "java.util.Map",
      "java.util.NavigableMap",
      "java.util.NavigableSet",
      "java.util.Optional",
      "java.util.SequencedCollection",
      "java.util.SequencedMap",
      "java.util.SequencedSet",
      "java.util.Set",
      "java.util.SortedMap",
      "java.util.SortedSet");

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

  /** Returns whether the field is a container of objects that can change, as its type argument says. */
  static boolean areIn(JavaField field) {
    return CONTAINERS.contains(field.getRawType().getName()) && isIn(field.getType());
  }

  private static boolean isIn(JavaType type) {
    return type instanceof JavaParameterizedType container
        && container.getActualTypeArguments().stream()
            .anyMatch(part -> part.toErasure().isArray() || include(part.toErasure()) || isIn(part));
  }

  static boolean exclude(JavaClass type) {
    return type.isPrimitive()
        || IMMUTABLE.contains(type.getName())
        || IMMUTABLE_PACKAGES.contains(type.getPackageName());
  }
}
