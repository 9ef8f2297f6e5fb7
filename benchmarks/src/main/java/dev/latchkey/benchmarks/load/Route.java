package dev.latchkey.benchmarks.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server is asked for again and again.
 *
 * @param script makes each request another one
 * @param refused whether every answer is a refusal, or none is
 */
record Route(
    String name, String path, List<String> headers, Optional<Path> script, boolean refused) {

  static Route open(String name, String path) {
    return new Route(name, path, List.of(), Optional.empty(), false);
  }

  static Route with(String name, String path, String key) {
    return new Route(name, path, List.of("Authorization: Bearer " + key), Optional.empty(), false);
  }

  Route scripted(Path with) {
    return new Route(name, path, headers, Optional.of(with), refused);
  }

  Route refusing() {
    return new Route(name, path, headers, script, true);
  }
}
