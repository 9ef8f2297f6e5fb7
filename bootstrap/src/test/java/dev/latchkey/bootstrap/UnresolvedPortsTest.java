package dev.latchkey.bootstrap;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.system.TimeOrderedIds;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.out.ForMintingIds;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** A port without a bean, or with two, stops the start before the server says that it is ready. */
class UnresolvedPortsTest {

  private static final int WRONG_USE = 2;
  private static final String SECOND = "planted.second.bean";
  private static final String PRIMARY = "planted.primary.bean";
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

  @TempDir
  private Path folder;

  @Test
  void aSecondBeanOfAPortStopsTheStart() {
    try (RunningServer server = RunningServer.launch(data(), property(SECOND))) {
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

  /** Copies the classes of bootstrap without the entry by which Micronaut finds the bean. */
  private String classPathWithout(String bean) throws IOException, URISyntaxException {
    Path classes = Path.of(Latchkey.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path copy = folder.resolve("classes");
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.toList();
    }
    List<Path> left = files.stream()
        .filter(file -> !(file.getParent().endsWith(BEANS) && file.toString().contains("$Wiring$" + bean)))
        .toList();
    assertThat(left).as("files without the entry of " + bean).hasSize(files.size() - 1);
    for (Path file : left) {
      Files.copy(file, copy.resolve(classes.relativize(file).toString()));
    }
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).equals(classes) ? copy.toString() : entry)
        .collect(joining(File.pathSeparator));
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
