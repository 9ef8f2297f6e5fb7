package dev.latchkey.benchmarks.load;

import dev.latchkey.domain.key.format.PlainKey;
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

  /** Each request comes with the next of those keys. */
  static Route withEach(String name, String path, List<PlainKey> keys) {
    StringBuilder texts = new StringBuilder();
    keys.forEach(key -> texts.append(key.reveal()).append('\n'));
    String file = name.replaceAll("\\W+", "-");
    Path list = Scratch.write(file + ".txt", texts.toString());
    return open(name, path).scripted(Scratch.write(file + ".lua", """
        local keys, at = {}, 0
        for key in io.lines("%s") do keys[#keys + 1] = key end
        request = function()
          at = at %% #keys + 1
          return "GET " .. wrk.path .. " HTTP/1.1\\r\\nHost: localhost\\r\\nAuthorization: Bearer " .. keys[at]
            .. "\\r\\n\\r\\n"
        end
        """.formatted(list)));
  }

  private Route scripted(Path with) {
    return new Route(name, path, headers, Optional.of(with), refused);
  }

  Route refusing() {
    return new Route(name, path, headers, script, true);
  }
}
