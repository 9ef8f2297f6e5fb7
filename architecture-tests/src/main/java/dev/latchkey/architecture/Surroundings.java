package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * JDK types and members whose results or effects depend on the environment: the clock, randomness, the machine, other
 * threads. The rules forbid naming these types and calling or referring to these members.
 *
 * @param packages including subpackages
 * @param types including their nested types and subtypes
 * @param members as owner and name, with any parameters
 * @param membersWithoutParameters as owner and name, where only the overload without parameters is forbidden
 */
record Surroundings(
    List<String> packages, Set<String> types, Set<String> members, Set<String> membersWithoutParameters) {

  /** Types and members whose result differs between calls. */
  static final Surroundings TIME_AND_CHANCE = new Surroundings(
      List.of(),
      Set.of(
          "java.time.InstantSource",
          "java.util.random.RandomGenerator",
          "java.util.Calendar",
          "java.util.Date",
          "java.lang.ProcessHandle",
          "java.lang.Runtime"),
      Set.of(
          "java.lang.Boolean.getBoolean",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong",
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.clearProperty",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.getProperties",
          "java.lang.System.getProperty",
          "java.lang.System.getenv",
          "java.lang.System.identityHashCode",
          "java.lang.System.lineSeparator",
          "java.lang.System.nanoTime",
          "java.lang.System.setProperty",
          "java.nio.charset.Charset.defaultCharset",
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.LocalTime.now",
          "java.time.MonthDay.now",
          "java.time.OffsetDateTime.now",
          "java.time.OffsetTime.now",
          "java.time.Year.now",
          "java.time.YearMonth.now",
          "java.time.ZonedDateTime.now",
          "java.time.ZoneId.systemDefault",
          "java.util.Collections.shuffle",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.util.UUID.randomUUID"),
      Set.of("java.lang.String.toLowerCase", "java.lang.String.toUpperCase")); // these use the default locale

  /** Types and members that read settings of the process or of the framework. */
  static final Surroundings ENVIRONMENT = new Surroundings(
      List.of("com.sun.management", "com.sun.tools.attach", "java.lang.management", "java.util.prefs",
          "javax.management"),
      Set.of(
          "io.micronaut.context.annotation.ConfigurationProperties",
          "io.micronaut.context.annotation.ConfigurationReader",
          "io.micronaut.context.annotation.EachProperty",
          "io.micronaut.context.annotation.Property",
          "io.micronaut.context.annotation.PropertySource",
          "io.micronaut.context.annotation.Value",
          "io.micronaut.context.env.Environment",
          "io.micronaut.context.env.PropertySource",
          "java.lang.ProcessBuilder"),
      Set.of(
          "io.micronaut.context.ApplicationContext.getEnvironment",
          "io.micronaut.context.env.PropertyPlaceholderResolver.resolveOptionalPlaceholder",
          "io.micronaut.context.env.PropertyPlaceholderResolver.resolvePlaceholders",
          "io.micronaut.context.env.PropertyPlaceholderResolver.resolveRequiredPlaceholder",
          "io.micronaut.context.env.PropertyPlaceholderResolver.resolveRequiredPlaceholders",
          "io.micronaut.context.env.PropertyPlaceholderResolver.resolveRequiredPlaceholdersObject",
          "io.micronaut.core.value.PropertyResolver.containsProperties",
          "io.micronaut.core.value.PropertyResolver.containsProperty",
          "io.micronaut.core.value.PropertyResolver.get",
          "io.micronaut.core.value.PropertyResolver.getProperties",
          "io.micronaut.core.value.PropertyResolver.getProperty",
          "io.micronaut.core.value.PropertyResolver.getPropertyEntries",
          "io.micronaut.core.value.PropertyResolver.getPropertyPathMatches",
          "io.micronaut.core.value.PropertyResolver.getRequiredProperty",
          "java.lang.Boolean.getBoolean",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong",
          "java.lang.ProcessHandle.info",
          "java.lang.Runtime.exec",
          "java.lang.System.clearProperty",
          "java.lang.System.getProperties",
          "java.lang.System.getProperty",
          "java.lang.System.getenv",
          "java.lang.System.setProperties",
          "java.lang.System.setProperty"),
      Set.of());

  /** Types and members that access the disk, the network, a console or a log. */
  static final Surroundings INPUT_AND_OUTPUT = new Surroundings(
      List.of(
          "java.io",
          "java.net.http",
          "java.nio.channels",
          "java.nio.file",
          "java.rmi",
          "java.sql",
          "java.util.logging",
          "java.util.prefs",
          "javax.net",
          "javax.sql",
          "org.apache.logging",
          "org.slf4j"),
      Set.of(
          "java.lang.ClassLoader",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.System$Logger",
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.URL",
          "java.net.URLConnection",
          "java.util.ResourceBundle",
          "java.util.Scanner",
          "java.util.ServiceLoader"),
      Set.of(
          "java.lang.Class.getResource",
          "java.lang.Class.getResourceAsStream",
          "java.lang.System.err",
          "java.lang.System.getLogger",
          "java.lang.System.in",
          "java.lang.System.out",
          "java.lang.Throwable.printStackTrace",
          "java.net.InetAddress.getAllByName",
          "java.net.InetAddress.getByName",
          "java.net.InetAddress.getCanonicalHostName",
          "java.net.InetAddress.getHostName",
          "java.net.InetAddress.getLocalHost",
          "java.net.InetAddress.isReachable"),
      Set.of());

  /** Types and members that make the result depend on thread scheduling. */
  static final Surroundings THREADS = new Surroundings(
      List.of("java.util.concurrent.atomic", "java.util.concurrent.locks"),
      Set.of(
          "java.lang.ScopedValue",
          "java.lang.Thread",
          "java.lang.ThreadGroup",
          "java.lang.ThreadLocal",
          "java.lang.invoke.VarHandle",
          "java.util.Timer",
          "java.util.TimerTask",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.ConcurrentMap",
          "java.util.concurrent.CountDownLatch",
          "java.util.concurrent.Executor",
          "java.util.concurrent.Executors",
          "java.util.concurrent.Future",
          "java.util.concurrent.Semaphore"),
      Set.of(
          "java.lang.Object.notify",
          "java.lang.Object.notifyAll",
          "java.lang.Object.wait",
          "java.util.Collection.parallelStream",
          "java.util.stream.BaseStream.parallel"),
      Set.of());

  boolean holds(JavaClass type) {
    return packages.stream().anyMatch(name -> new PackageScope(name).holds(type))
        || types.stream().anyMatch(name -> type.isAssignableTo(name) || type.getName().startsWith(name + "$"));
  }

  /** Returns whether the access refers to a forbidden member, also through a subtype of its owner. */
  boolean isDoor(JavaAccess<?> access) {
    var target = access.getTarget();
    return target.getOwner().getAllClassesSelfIsAssignableTo().stream()
        .map(owner -> owner.getName() + "." + target.getName())
        .anyMatch(member -> members.contains(member)
            || (membersWithoutParameters.contains(member) && hasNoParameters(target)));
  }

  /** Returns whether the access refers to a forbidden member, or to any member of a forbidden type. */
  boolean isRead(JavaAccess<?> access) {
    return isDoor(access) || holds(access.getTargetOwner());
  }

  /** Returns every place where the class names such a type, calls such a member or refers to it. */
  Stream<String> findIn(ClassView type) {
    return Stream.concat(type.dependenciesOn(this::holds), type.accesses(this::isDoor));
  }

  private static boolean hasNoParameters(AccessTarget target) {
    return target instanceof AccessTarget.CodeUnitAccessTarget code && code.getRawParameterTypes().isEmpty();
  }
}
