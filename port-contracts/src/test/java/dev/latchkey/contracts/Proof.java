package dev.latchkey.contracts;

import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Untested;
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
public record Proof(String port, String sentence, String by, boolean isTest) {

  /** Everything that the contracts claim, in the order of their names. */
  static List<Proof> all() {
    return contracts().flatMap(contract -> Stream.concat(tested(contract), untested(contract)))
        .sorted(Comparator.comparing(Proof::by))
        .toList();
  }

  /** The contracts that lie in this module. */
  public static Stream<Class<?>> contracts() {
    try {
      Path top = Path.of(Promise.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(top)) {
        List<String> names = files.map(file -> top.relativize(file).toString())
            .filter(name -> name.endsWith("Contract.class"))
            .map(name -> name.replace(".class", "").replace('/', '.'))
            .sorted(Comparator.comparing(name -> name.substring(name.lastIndexOf('.') + 1)))
            .toList();
        return names.stream().map(Proof::contract);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> contract(String name) {
    try {
      return Class.forName(name);
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
