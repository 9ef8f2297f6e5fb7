package dev.latchkey.adapters.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapters.rest.kit.input.JsonBody;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A literal value of what is stored of a body that may come again. It was computed by another program. */
class FingerprintTest {

  @Test
  void theFingerprintOfABodyIsAsItEverWas() {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("name", JsonNode.createStringNode("Gr\u00fc\u00dfe"));
    members.put("n", JsonNode.createNumberNode(1));

    assertThat(new IdempotencyKey("retry-1").fingerprint(new JsonBody(JsonNode.createObjectNode(members))))
        .isEqualTo("9d0c13d4704c20a2b463a64477cf180a36c509a23171079a096cf4f04d9ee2c2");
  }
}
