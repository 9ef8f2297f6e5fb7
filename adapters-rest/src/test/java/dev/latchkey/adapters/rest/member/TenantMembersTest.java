package dev.latchkey.adapters.rest.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.Client.Answer;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.application.port.in.ForManagingMembers.Changing;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Role;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class TenantMembersTest {

  private static final String PATH = "/api/platform/v1/tenants/" + Known.TENANT_ID + "/members";
  private static final String ADA = PATH + "/" + Known.MEMBER_ID;
  private static final String RECORD = """
      {"id":"TWVtYmVyOjc=","email":"ada@example.org","role":"ADMIN","created_at":"2030-01-31T12:00:00Z"}""";

  private final Client client;
  private final FakePorts ports;

  TenantMembersTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.members.add(any(), any(), any(), any())).thenReturn(new Adding.Added(Known.MEMBER));
    when(ports.members.change(any(), eq(Known.MEMBER.id()), any(), any()))
        .thenReturn(new Changing.Changed(Known.MEMBER));
    when(ports.members.remove(any(), eq(Known.MEMBER.id()))).thenReturn(new Changing.Changed(Known.MEMBER));
  }

  private Answer post(String json) {
    return client.send(client.asOperator(PATH), "POST", json);
  }

  private Answer patch(String json) {
    return client.send(client.asOperator(ADA), "PATCH", json);
  }

  @ParameterizedTest
  @EnumSource
  void aMemberIsAdded(Role role) {
    Answer answer = post(
        "{\"email\": \"Ada@Example.org\", \"password\": \"hunter22\", \"role\": \"" + role + "\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"data\":" + RECORD + "}");
    verify(ports.members).add(
        argThat(scope -> scope.tenant().equals(Known.TENANT.id())),
        eq(new Email("ada@example.org")),
        argThat(password -> password.password().reveal().equals("hunter22")),
        eq(role));
  }

  @Test
  void anEmailThatIsTakenIsToldSo() {
    when(ports.members.add(any(), any(), any(), any())).thenReturn(new Adding.EmailTaken());
    Answer answer = post("{\"email\": \"ada@example.org\", \"password\": \"hunter22\", \"role\": \"OWNER\"}")
        .isProblem(409, "member_exists");
    assertThat(answer.text()).doesNotContain("hunter22");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                                                         | validation_failed | /email    | required
      {}                                                         | validation_failed | /password | required
      {}                                                         | validation_failed | /role     | required
      []                                                         | validation_failed | ''        | wrong_type
      {"email": "ada", "password": "hunter22", "role": "OWNER"}  | validation_failed | /email    | invalid_email
      {"email": "a@b", "password": "short", "role": "OWNER"}     | validation_failed | /password | invalid_password
      {"email": "a@b", "password": "password", "role": "OWNER"}  | validation_failed | /password | too_common
      {"email": "ada@a.example", "password": "ada@a.example", "role": "OWNER"} | validation_failed | /password | too_personal
      {"email": "a@b", "password": "hunter22", "role": "owner"}  | validation_failed | /role     | not_one_of
      {"email": "a@b", "password": "hunter22", "role": "OWNER", "rule": "VIEWER"} | unknown_field | /rule | unknown_field
      """)
  void whatDoesNotFitIsNamed(String json, String code, String pointer, String fault) {
    Answer answer = post(json).isProblem(400, code).hasFault(pointer, fault);
    assertThat(answer.text()).doesNotContain("short", "hunter22");
    verify(ports.members, never()).add(any(), any(), any(), any());
  }

  @Test
  void membersAreListedPageByPageAndFound() {
    when(ports.members.list(any(), any())).thenReturn(new Page<>(List.of(Known.MEMBER), OptionalLong.empty()));
    assertThat(client.send(client.asOperator(PATH + "?limit=7")).text())
        .isEqualTo("{\"status\":\"success\",\"data\":[" + RECORD + "],\"next_cursor\":null}");
    verify(ports.members).list(any(), eq(PageRequest.first(7)));
    assertThat(client.send(client.asOperator(ADA)).text())
        .isEqualTo("{\"status\":\"success\",\"data\":" + RECORD + "}");
    client.send(client.asOperator(PATH + "?cursor=nonsense")).isProblem(400, "validation_failed");
  }

  @Test
  void roleAndPasswordAreChangedEachAlone() {
    Answer answer = patch("{\"role\": \"VIEWER\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"data\":" + RECORD + "}");
    verify(ports.members).change(any(), eq(Known.MEMBER.id()), eq(FieldUpdate.to(Role.VIEWER)), eq(FieldUpdate.keep()));

    assertThat(patch("{\"password\": \"hunter23\"}").text()).doesNotContain("hunter23");
    verify(ports.members).change(
        any(),
        eq(Known.MEMBER.id()),
        eq(FieldUpdate.keep()),
        argThat(
            edit -> edit instanceof FieldUpdate.To<?>(ChosenPassword password)
                && password.password().reveal().equals("hunter23")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"role": "GOD"}          | validation_failed | /role     | not_one_of
      {"role": null}           | validation_failed | /role     | not_null
      {"password": null}       | validation_failed | /password | not_null
      {"password": "password"} | validation_failed | /password | too_common
      {"password": "Acme.example.org"} | validation_failed | /password | too_personal
      {"password": "short"}    | validation_failed | /password | invalid_password
      {"email": "b@c"}         | validation_failed | /email    | unchangeable
      {"rule": "OWNER"}        | unknown_field     | /rule     | unknown_field
      """)
  void aChangeThatDoesNotFitIsNamed(String json, String code, String pointer, String fault) {
    patch(json).isProblem(400, code).hasFault(pointer, fault);
    verify(ports.members, never()).change(any(), any(), any(), any());
  }

  @Test
  void aMemberThatIsRemovedMeanwhileIsUnknown() {
    when(ports.members.change(any(), any(), any(), any())).thenReturn(new Changing.NoSuchMember());
    patch("{\"role\": \"VIEWER\"}").isProblem(404, "member_not_found");
  }

  @Test
  void aMemberIsRemoved() {
    Answer answer = client.send(client.asOperator(ADA).DELETE());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    verify(ports.members).remove(argThat(scope -> scope.tenant().equals(Known.TENANT.id())), eq(Known.MEMBER.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Member:8", "Tenant:7", "nonsense"})
  void anUnknownMemberIsToldBeforeTheBodyIsRead(String id) {
    when(ports.members.remove(any(), any())).thenReturn(new Changing.NoSuchMember());
    String path = PATH + "/" + id;
    client.send(client.asOperator(path)).isProblem(404, "member_not_found");
    client.send(client.asOperator(path), "PATCH", "no json").isProblem(404, "member_not_found");
    client.send(client.asOperator(path).DELETE()).isProblem(404, "member_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tenant:124", "Member:123", "nonsense"})
  void anUnknownTenantIsToldBeforeAnythingElse(String id) {
    String path = "/api/platform/v1/tenants/" + id + "/members";
    client.send(client.asOperator(path), "POST", "no json").isProblem(404, "tenant_not_found");
    client.send(client.asOperator(path + "?limit=no")).isProblem(404, "tenant_not_found");
    client.send(client.asOperator(path + "/nonsense")).isProblem(404, "tenant_not_found");
    client.send(client.asOperator(path + "/nonsense"), "PATCH", "no json").isProblem(404, "tenant_not_found");
    client.send(client.asOperator(path + "/" + Known.MEMBER_ID).DELETE()).isProblem(404, "tenant_not_found");
  }

  @Test
  void anApiKeyOpensNoneOfIt() {
    client.send(client.withKey(PATH)).isProblem(401, "operator_token_invalid");
    client.send(client.withKey(ADA).DELETE()).isProblem(401, "operator_token_invalid");
    verify(ports.members, never()).remove(any(), any());
  }
}
