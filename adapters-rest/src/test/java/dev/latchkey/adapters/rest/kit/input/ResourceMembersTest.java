package dev.latchkey.adapters.rest.kit.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.field.StoredMembers;
import dev.latchkey.adapters.rest.kit.answer.InputFault;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest(startApplication = false)
class ResourceMembersTest {

  @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Thing(
      String thingId,
      String firstName,
      @Nullable String email,
      int maxCalls,
      List<String> days,
      String status,
      String createdAt,
      String state,
      long version) {}

  private static final Thing STORED = new Thing("T1", "Ada", null, 3, List.of("MONDAY"), "ACTIVE", "2030", "in_force",
      7);

  private final JsonMapper mapper;
  private final ResourceMembers stored;
  private final ResourceMembers created = ResourceMembers.setByServer(Thing.class).starting("status", "ACTIVE");

  ResourceMembersTest(JsonMapper json) {
    mapper = json;
    stored = StoredMembers.of(json, STORED);
  }

  /** A call that takes a first_name, a max_calls and a mark_as_done, which is not a member of the resource. */
  private static Optional<Integer> shape(JsonObjectReader object) {
    object.optional("first_name", FieldDecoder.TEXT);
    object.optional("max_calls", FieldDecoder.integer(0, 10));
    object.optional("mark_as_done", FieldDecoder.FLAG);
    return object.build(() -> 1);
  }

  private static JsonBody body(String json) {
    return JsonText.read(json.getBytes(StandardCharsets.UTF_8)) instanceof Input.Usable<JsonNode>(JsonNode content)
        ? new JsonBody(content)
        : new JsonBody(JsonNode.nullNode());
  }

  private static List<String> faults(Input<?> input) {
    return switch (input) {
      case Input.Usable<?> _ -> List.of();
      case Input.Unusable<?>(var problem) -> Optional.ofNullable(problem.errors()).orElseThrow().stream()
          .map(fault -> fault.pointer() + " " + fault.code())
          .toList();
    };
  }

  private List<String> change(String json) {
    List<String> strictly = faults(body(json).readStrictly(ResourceMembersTest::shape, stored));
    assertThat(faults(body(json).read(ResourceMembersTest::shape, stored))).isEqualTo(strictly);
    return strictly;
  }

  private List<String> creation(String json) {
    List<String> strictly = faults(body(json).readStrictly(ResourceMembersTest::shape, created));
    assertThat(faults(body(json).read(ResourceMembersTest::shape, created))).isEqualTo(strictly);
    return strictly;
  }

  @Test
  void whatCannotBeChosenForANewRecordIsSaidWithoutAStoredValue() {
    assertThat(message(body("{\"status\": \"DISABLED\"}").readStrictly(ResourceMembersTest::shape, created)))
        .isEqualTo("Cannot be chosen for a new record. Leave it out, or send ACTIVE.");
    assertThat(message(body("{\"status\": \"DISABLED\"}").readStrictly(ResourceMembersTest::shape, stored)))
        .isEqualTo("Cannot be changed by this request. Leave it out, or send the stored value.");
  }

  private static String message(Input<?> input) {
    return switch (input) {
      case Input.Usable<?> _ -> "";
      case Input.Unusable<?>(var problem) ->
        Optional.ofNullable(problem.errors()).orElseThrow().getFirst().message();
    };
  }

  @Test
  void idIsTheSameInEachOfItsSpellingsAndAnEmailAddressInAnyCase() {
    String id = PublicId.of(new TenantId(123));
    ResourceMembers members = StoredMembers.of(
        mapper, new Thing(id, "Tenant:1", "ada@shop.example", 3, List.of(), "ACTIVE", "2030", "in_force", 7));

    for (String same : List.of(id, "Tenant:123", id.replace("=", ""))) {
      assertThat(faults(body("{'thing_id': '%s'}".replace('\'', '"').formatted(same))
          .readStrictly(ResourceMembersTest::shape, members))).as(same).isEmpty();
    }
    for (String other : List.of("Tenant:124", "Member:123", PublicId.of(new MemberId(123)), "", "ApiKey:1")) {
      assertThat(faults(body("{'thing_id': '%s'}".replace('\'', '"').formatted(other))
          .readStrictly(ResourceMembersTest::shape, members))).as(other).containsExactly("/thing_id unchangeable");
    }
    assertThat(faults(body("{\"email\": \"Ada@Shop.Example\"}").readStrictly(ResourceMembersTest::shape, members)))
        .isEmpty();
    assertThat(faults(body("{\"email\": \"bob@shop.example\"}").readStrictly(ResourceMembersTest::shape, members)))
        .containsExactly("/email unchangeable");
    assertThat(faults(body("{\"status\": \"active\"}").readStrictly(ResourceMembersTest::shape, members)))
        .containsExactly("/status unchangeable");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"thing_id": "T2"}        | /thing_id
      {"thing_id": null}        | /thing_id
      {"email": "a@b.c"}        | /email
      {"days": []}              | /days
      {"days": ["TUESDAY"]}     | /days
      {"days": "MONDAY"}        | /days
      {"status": "DISABLED"}    | /status
      {"thingId": "T2"}         | /thingId
      {"firstName": "Bob"}      | /firstName
      {"maxCalls": 4}           | /maxCalls
      """)
  void memberThatTheCallDoesNotAcceptIsUnchangeable(String json, String pointer) {
    assertThat(change(json)).containsExactly(pointer + " unchangeable");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{\"thing_id\": \"T1\", \"email\": null, \"days\": [\"MONDAY\"], \"status\": \"ACTIVE\"}",
      "{\"thingId\": \"T1\", \"firstName\": \"Ada\", \"maxCalls\": 3.0}",
      "{\"first_name\": \"Bob\", \"firstName\": \"Eve\", \"thing_id\": \"T1\", \"thingId\": \"T9\"}",
      "{\"created_at\": \"1999\", \"updated_at\": 1, \"state\": \"expired\", \"version\": 1, \"last_used_at\": {}}",
      "{\"createdAt\": \"1999\", \"updatedAt\": 1, \"lastUsedAt\": 2}"
  })
  void storedValuesAndWhatOnlyTheServerKeepsAreAccepted(String json) {
    assertThat(change(json)).isEmpty();
  }

  @Test
  void recordIsReadEditedAndSentBackWhole() {
    String whole = """
        {"thing_id": "T1", "first_name": "Bob", "email": null, "max_calls": 4, "days": ["MONDAY"], "status": "ACTIVE",
         "created_at": "2030", "state": "in_force", "version": 7}""";
    assertThat(change(whole)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "{\"thing_id\": \"T9\", \"thingId\": \"T9\", \"days\": 1}", "{\"status\": \"ACTIVE\"}",
      "{\"first_name\": \"Bob\", \"firstName\": \"Eve\"}", "{\"version\": 9, \"createdAt\": 1, \"state\": 2}"
  })
  void creationIgnoresWhatOnlyTheServerSets(String json) {
    assertThat(creation(json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"status": "DISABLED"} | /status
      {"firstName": "Eve"}   | /firstName
      {"maxCalls": 3}        | /maxCalls
      """)
  void creationRefusesWhatItWouldDrop(String json, String pointer) {
    assertThat(creation(json)).containsExactly(pointer + " unchangeable");
  }

  @Test
  void unknownMembersAreRefusedWhereRightsAreGrantedAlone() {
    String json = "{\"frist_name\": \"Eve\", \"First_Name\": 1}";
    assertThat(faults(body(json).readStrictly(ResourceMembersTest::shape, stored)))
        .containsExactly("/frist_name unknown_field", "/First_Name unknown_field");
    assertThat(faults(body(json).read(ResourceMembersTest::shape, stored))).isEmpty();
    assertThat(faults(body("{\"markAsDone\": true}").read(ResourceMembersTest::shape, stored)))
        .containsExactly("/markAsDone unchangeable");
    assertThat(faults(body("{\"markAsDone\": true}").readStrictly(ResourceMembersTest::shape, stored)))
        .containsExactly("/markAsDone unknown_field");
  }

  @Test
  void itemsOfAnArrayAreCheckedEachAgainstItsOwnResource() {
    Input<Items<Integer>> read = body("[{\"thing_id\": \"T1\"}, {\"thing_id\": \"T2\"}, 1, {\"thing_id\": \"T2\"}]")
        .readEach(ResourceMembersTest::shape, item -> item.isObject() ? stored : ResourceMembers.NONE);
    assertThat(read).isInstanceOfSatisfying(Input.Usable.class, usable -> {
      Items<?> items = (Items<?>) usable.value();
      assertThat(items.unfit()).extracting(Items.Unfit::index).containsExactly(1, 2, 3);
      assertThat(items.unfit()).extracting(unfit -> unfit.faults().getFirst())
          .extracting(InputFault::code)
          .containsExactly("unchangeable", "wrong_type", "unchangeable");
    });
  }
}
