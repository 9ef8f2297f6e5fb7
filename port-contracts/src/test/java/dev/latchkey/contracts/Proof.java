package dev.latchkey.contracts;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a contract has to say to one sentence.
 *
 * @param by the test, or in other words why there is none
 */
record Proof(String port, String sentence, String by, boolean isTest) {

  /** Everything that the contracts claim, in the order of their names. */
  static List<Proof> all() {
    return contracts().flatMap(contract -> Stream.concat(tested(contract), untested(contract)))
        .sorted(Comparator.comparing(Proof::by))
        .toList();
  }

  /** The contracts that lie in this module. */
  static Stream<Class<?>> contracts() {
    try {
      Path top = Path.of(Promise.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.list(top.resolve("dev/latchkey/contracts"))) {
        List<String> names = files.map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith("Contract.class"))
            .sorted()
            .toList();
        return names.stream().map(Proof::contract);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> contract(String file) {
    try {
      return Class.forName("dev.latchkey.contracts." + file.substring(0, file.lastIndexOf('.')));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Proof> tested(Class<?> contract) {
    return Arrays.stream(contract.getDeclaredMethods())
        .flatMap(
            method -> Arrays.stream(method.getAnnotationsByType(Promise.class))
                .map(promise -> new Proof(promise.of().getSimpleName(), promise.says(), name(method), isTest(method))));
  }

  private static Stream<Proof> untested(Class<?> contract) {
    return Arrays.stream(contract.getAnnotationsByType(Untested.class))
        .map(reason -> new Proof(reason.of().getSimpleName(), reason.says(), reason.because(), false));
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private static boolean isTest(Method method) {
    return method.isAnnotationPresent(Test.class);
  }

  boolean isOf(Said said) {
    return port.equals(said.port()) && sentence.equals(said.sentence());
  }
}
