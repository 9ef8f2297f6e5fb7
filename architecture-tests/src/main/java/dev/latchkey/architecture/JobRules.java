package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about scheduled methods. They cover the cases in which Micronaut 4.10 ignores a job without a warning. */
public record JobRules(Hexagon house) {

  private static final List<String> SCHEDULED = List.of(
      "io.micronaut.scheduling.annotation.Scheduled", "io.micronaut.scheduling.annotation.Schedules");

  private static final String INJECT = "jakarta.inject.Inject";

  /**
   * Annotations of methods that are called at the start or the stop of their bean and have no executable definition.
   */
  private static final List<String> CALLED_OTHERWISE = List.of(
      "jakarta.annotation.PostConstruct", "jakarta.annotation.PreDestroy", INJECT);

  /** Annotations, direct or as meta-annotations, that make a class a bean. */
  private static final List<String> BEANS = List.of(
      "jakarta.inject.Scope",
      "io.micronaut.context.annotation.Bean",
      "io.micronaut.context.annotation.DefaultScope");

  List<ArchitectureRule> all() {
    return List.of(jobsRunByTheClock());
  }

  /** Requires that every method declared as a job can run as one. */
  public ArchitectureRule jobsRunByTheClock() {
    return ArchitectureRule.named("jobsRunByTheClock")
        .forbids("@Scheduled methods that are also @PreDestroy, @PostConstruct or @Inject, that are static or "
            + "abstract, or that no concrete bean class declares or inherits; and overrides of a @Scheduled method "
            + "that are not @Scheduled themselves")
        .because("the framework ignores such a job without a warning, so that it never runs")
        .instead("declare the job in an instance method of a concrete bean class with a scope annotation, and call it "
            + "from a second method that is @PreDestroy or @PostConstruct")
        .about(house.rooms(Room.ADAPTERS))
        .lawForEach(
            house::isOurs,
            type -> type.type().getMethods().stream().flatMap(method -> fault(method).map(
                fault -> type.line(method, fault)).stream()));
  }

  private static Optional<String> fault(JavaMethod method) {
    if (!isScheduled(method)) {
      return overridesAJob(method) ? Optional.of("overrides a job without being one") : Optional.empty();
    }
    if (CALLED_OTHERWISE.stream().anyMatch(method::isAnnotatedWith)) {
      return Optional.of("is called at the start or the stop of its bean, and never by the clock");
    }
    if (method.getModifiers().contains(JavaModifier.STATIC)) {
      return Optional.of("is static, and never runs by the clock");
    }
    if (method.getModifiers().contains(JavaModifier.ABSTRACT)) {
      return Optional.of("is abstract, and what implements it never runs by the clock");
    }
    return runners(method).findAny().isPresent() ? Optional.empty() : Optional.of("belongs to no bean, and never runs");
  }

  private static boolean isScheduled(CanBeAnnotated method) {
    return SCHEDULED.stream().anyMatch(method::isAnnotatedWith);
  }

  private static boolean overridesAJob(JavaMethod method) {
    JavaClass owner = method.getOwner();
    return !method.getModifiers().contains(JavaModifier.SYNTHETIC)
        && Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
            .flatMap(type -> same(method, type).stream())
            .anyMatch(JobRules::isScheduled);
  }

  /** Returns the beans that have this method and do not override it. */
  private static Stream<JavaClass> runners(JavaMethod job) {
    JavaClass owner = job.getOwner();
    return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
        .filter(JobRules::isBean)
        .filter(bean -> Stream.concat(Stream.of(bean), bean.getAllRawSuperclasses().stream())
            .takeWhile(type -> !type.equals(owner))
            .allMatch(type -> same(job, type).isEmpty()));
  }

  private static Optional<JavaMethod> same(JavaMethod method, JavaClass type) {
    var parameters = method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
    return type.tryGetMethod(method.getName(), parameters);
  }

  private static boolean isBean(JavaClass type) {
    return !type.isInterface()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && !type.isInnerClass()
        && (BEANS.stream().anyMatch(mark -> type.isAnnotatedWith(mark) || type.isMetaAnnotatedWith(mark))
            || type.getMembers().stream().anyMatch(JobRules::isInjected));
  }

  private static boolean isInjected(JavaMember member) {
    return member.isAnnotatedWith(INJECT);
  }
}
