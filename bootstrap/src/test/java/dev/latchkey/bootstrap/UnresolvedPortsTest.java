package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.system.TimeOrderedIds;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.out.ForMintingIds;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A port without a bean, or with two, stops the start before the server says that it is ready. */
class UnresolvedPortsTest {

  private static final int WRONG_USE = 2;
  private static final String SECOND = "planted.second.bean";
  private static final String PRIMARY = "planted.primary.bean";
  private static final String EAGER = "planted.eager.bean";
  private static final String BEANS = "META-INF/micronaut/io.micronaut.inject.BeanDefinitionReference";

  @Factory
  @Requires(property = SECOND)
  static class SecondIds {

    @Singleton
    ForMintingIds second() {
      return new TimeOrderedIds();
    }
  }

  @Factory
  @Requires(property = PRIMARY)
  static class PrimaryIds {

    @Singleton
    @Primary
    ForMintingIds primary() {
      return new TimeOrderedIds();
    }
  }

  /** Is made by the start of the context, before the ports are checked. */
  @Context
  @Requires(property = EAGER)
  static class Eager {

    Eager(@SuppressWarnings("unused") ForMintingIds ids) {}
  }

  @TempDir
  private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {SECOND, SECOND + "=true -D" + EAGER})
  void aSecondBeanOfAPortStopsTheStart(String planted) {
    try (RunningServer server = RunningServer.launch(data(), property(planted))) {
      assertThat(server.exitStatus()).as(server.output()).isEqualTo(WRONG_USE);
      assertThat(server.output())
          .contains("The port dev.latchkey.application.port.out.ForMintingIds has more than one bean: "
              + "dev.latchkey.bootstrap.UnresolvedPortsTest$SecondIds.second, dev.latchkey.bootstrap.Wiring.mintingIds."
              + " Remove all but one, or annotate the one to use with @Primary.")
          .contains("Latchkey was not started")
          .doesNotContain("Latchkey is ready", "\tat ");
    }
  }

  @Test
  void aSecondBeanThatIsPrimaryIsTheOneToUse() {
    try (RunningServer server = RunningServer.start(data(), property(PRIMARY))) {
      server.client().get("/health/readiness").isStatus(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
      "KeepingLeads, in.ForKeepingLeads, dev.latchkey.adapters.rest.lead.",
      "MintingIds, out.ForMintingIds, dev.latchkey.bootstrap.Wiring.keepingLeads"})
  void aPortWithoutABeanStopsTheStart(String bean, String port, String needing) throws Exception {
    try (RunningServer server = RunningServer.launch(classPathWithout(bean), data(), Map.of())) {
      assertThat(server.exitStatus()).as(server.output()).isEqualTo(WRONG_USE);
      assertThat(server.output())
          .contains("The port dev.latchkey.application.port." + port + " has no bean, and these need it: ")
          .contains(needing)
          .contains("Add a method for it to dev.latchkey.bootstrap.Wiring, or add the module that implements it")
          .doesNotContain("Latchkey is ready", "\tat ");
    }
  }

  @Test
  void everyPortOfTheApplicationIsChecked() throws IOException {
    Settings settings = SettingsReader.read(
        Map.of("LATCHKEY_DATA_DIR", data().toString(), "LATCHKEY_OPERATOR_TOKEN", Platform.TOKEN));
    List<String> declared = Stream.of(ForCheckingAccess.class, ForMintingIds.class)
        .flatMap(port -> portsBeside(port).stream())
        .toList();
    try (ApplicationContext context = ContextBuilder.of(settings).start()) {
      assertThat(declared).hasSizeGreaterThan(30);
      assertThat(UnresolvedPorts.ports(context)).extracting(Class::getName).containsAll(declared);
      assertThat(UnresolvedPorts.faults(context)).isEmpty();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static Map<String, String> property(String name) {
    return Map.of("JAVA_TOOL_OPTIONS", "-D" + name + "=true");
  }

  /**
   * Returns the class path without the entries by which Micronaut finds the bean. The test classes have one too, because
   * the compiler of the tests writes the definitions of the main beans again.
   */
  private String classPathWithout(String bean) throws IOException {
    List<String> entries = new ArrayList<>();
    int found = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path copy = folder.resolve("classes-" + entries.size());
      boolean holdsTheBean = copyWithout(bean, Path.of(entry), copy);
      found += holdsTheBean ? 1 : 0;
      entries.add(holdsTheBean ? copy.toString() : entry);
    }
    assertThat(found).as("folders with an entry of " + bean).isPositive();
    return String.join(File.pathSeparator, entries);
  }

  private static boolean copyWithout(String bean, Path classes, Path copy) throws IOException {
    if (!Files.isDirectory(classes.resolve(BEANS))) {
      return false;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.toList();
    }
    List<Path> left = files.stream()
        .filter(file -> !(file.getParent().endsWith(BEANS) && file.toString().contains("$Wiring$" + bean)))
        .toList();
    if (left.size() == files.size()) {
      return false;
    }
    for (Path file : left) {
      Files.copy(file, copy.resolve(classes.relativize(file).toString()));
    }
    return true;
  }

  /** The names of the ports in the package of one of them, as they are on the class path. */
  private static List<String> portsBeside(Class<?> port) {
    try (StandardJavaFileManager files = ToolProvider.getSystemJavaCompiler()
        .getStandardFileManager(null, null, null)) {
      Iterable<JavaFileObject> classes = files.list(
          StandardLocation.CLASS_PATH, port.getPackageName(), EnumSet.of(JavaFileObject.Kind.CLASS), false);
      return StreamSupport.stream(classes.spliterator(), false)
          .map(file -> files.inferBinaryName(StandardLocation.CLASS_PATH, file))
          .filter(name -> name.startsWith(port.getPackageName() + ".For") && !name.contains("$"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
