package dev.latchkey.adapters.rest.tenant;

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
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.TenantFilter;
import dev.latchkey.domain.tenant.TenantStatus;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class TenantsTest {

  private static final String PATH = "/api/platform/v1/tenants";
  private static final String ACME = PATH + "/" + Known.TENANT_ID;
  private static final String RECORD = """
      {"id":"VGVuYW50OjEyMw==","name":"Acme","status":"ACTIVE","created_at":"2030-01-31T12:00:00Z"}""";

  private final Client client;
  private final FakePorts ports;

  TenantsTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.tenants.create(any(), any(), any())).thenReturn(Known.TENANT);
    when(ports.tenants.change(any(), eq(Known.TENANT.id()), any(), any(), any()))
        .thenReturn(Optional.of(Known.TENANT));
  }

  private Answer post(String json) {
    return client.send(client.asOperator(PATH), "POST", json);
  }

  private Answer patch(String path, String json) {
    return client.send(client.asOperator(path), "PATCH", json);
  }

  @Test
  void aTenantIsFounded() {
    Answer answer = post("{\"name\": \" Acme \"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text()).isEqualTo("{\"status\":\"success\",\"data\":" + RECORD + "}");
    verify(ports.tenants).create(any(), eq(new Name("Acme")), eq(Optional.empty()));
  }

  @Test
  void aTenantIsFoundedWithAnOwner() {
    Answer answer = post(
        "{\"name\": \"Acme\", \"owner\": {\"email\": \"Ada@Example.org\", \"password\": \"hunter22\"}}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text()).doesNotContain("hunter22");
    verify(ports.tenants).create(
        any(),
        any(),
        argThat(owner -> owner.orElseThrow().email().equals(new Email("ada@example.org"))
            && owner.orElseThrow().password().password().reveal().equals("hunter22")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                                                            | /name           | required
      {"name": "\\u0007"}                                           | /name           | invalid_name
      {"name": "\\u200b"}                                           | /name           | invalid_name
      {"name": "a\\u202eb"}                                         | /name           | invalid_name
      {"name": "A", "owner": "ada"}                                 | /owner          | wrong_type
      {"name": "A", "owner": {"email": "ada"}}                      | /owner/password | required
      {"name": "A", "owner": {"email": "ada"}}                      | /owner/email    | invalid_email
      {"name": "A", "owner": {"email": "a@b", "password": "short"}} | /owner/password | invalid_password
      {"name": "A", "owner": {"email": "a@example.org", "password": "password"}} | /owner/password | too_common
      {"name": "Analytical Ltd", "owner": {"email": "a@example.org", "password": "analytical"}} | /owner/password | too_personal
      {"name": "A", "owner": {"email": "a@b.c\\u200b.d"}}             | /owner/email    | invalid_email
      {"name": "A", "owner": {"email": "a@example"}}                | /owner/email    | invalid_email
      """)
  void whatDoesNotFitIsNamed(String json, String pointer, String fault) {
    Answer answer = post(json).isProblem(400, "validation_failed").hasFault(pointer, fault);
    assertThat(answer.text()).doesNotContain("short");
    verify(ports.tenants, never()).create(any(), any(), any());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"name": "A", "naem": "B"}                                                        | /naem
      {"name": "A", "owner": {"email": "a@b", "password": "hunter22", "role": "OWNER"}} | /owner/role
      """)
  void aMisspeltMemberIsRefused(String json, String pointer) {
    post(json).isProblem(400, "unknown_field").hasFault(pointer, "unknown_field");
    verify(ports.tenants, never()).create(any(), any(), any());
  }

  @Test
  void recordIsCopiedOrSentBackWhole() {
    assertThat(post(RECORD.replace("Acme", "Copy")).status()).isEqualTo(201);
    assertThat(patch(ACME, RECORD.replace("Acme", "Edited")).status()).isEqualTo(200);
    verify(ports.tenants).create(any(), eq(new Name("Copy")), any());
    verify(ports.tenants).change(any(), any(), eq(FieldUpdate.to(new Name("Edited"))), any(), any());
  }

  @Test
  void memberThatIsNotAcceptedIsNotDroppedWithSuccess() {
    post("{\"name\": \"A\", \"status\": \"SUSPENDED\"}")
        .isProblem(400, "validation_failed").hasFault("/status", "unchangeable");
    patch(ACME, "{\"id\": \"VGVuYW50OjEyNA==\"}").isProblem(400, "validation_failed").hasFault("/id", "unchangeable");
    verify(ports.tenants, never()).create(any(), any(), any());
    verify(ports.tenants, never()).change(any(), any(), any(), any(), any());
  }

  @Test
  void tenantsAreListedAndFound() {
    when(ports.tenants.list(any(), any(), any())).thenReturn(new Page<>(List.of(Known.TENANT), OptionalLong.empty()));
    assertThat(client.send(client.asOperator(PATH)).text())
        .isEqualTo("{\"status\":\"success\",\"data\":[" + RECORD + "],\"next_cursor\":null}");
    assertThat(client.send(client.asOperator(ACME)).text())
        .isEqualTo("{\"status\":\"success\",\"data\":" + RECORD + "}");
    client.send(client.asOperator(PATH + "?cursor=nonsense")).isProblem(400, "validation_failed");
  }

  @Test
  void tenantsAreListedByStatusAndPartOfTheirName() {
    when(ports.tenants.list(any(), any(), any())).thenReturn(new Page<>(List.of(), OptionalLong.empty()));

    assertThat(client.send(client.asOperator(PATH + "?status=SUSPENDED&q=ac")).status()).isEqualTo(200);
    verify(ports.tenants)
        .list(any(), eq(new TenantFilter(Optional.of(TenantStatus.SUSPENDED), Optional.of("ac"))), any());
    client.send(client.asOperator(PATH + "?status=GONE")).isProblem(400, "validation_failed")
        .hasFault("/status", "not_one_of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Tenant:124", "/ApiKey:123", "/nonsense"})
  void anUnknownTenantIsToldBeforeTheBodyIsRead(String id) {
    client.send(client.asOperator(PATH + id)).isProblem(404, "tenant_not_found");
    patch(PATH + id, "no json").isProblem(404, "tenant_not_found");
  }

  @Test
  void aTenantIsSuspendedForAReason() {
    assertThat(patch(ACME, "{\"status\": \"SUSPENDED\", \"reason\": \"unpaid\"}").status()).isEqualTo(200);
    verify(ports.tenants)
        .change(any(), eq(Known.TENANT.id()), eq(FieldUpdate.keep()), eq(FieldUpdate.to(TenantStatus.SUSPENDED)),
            eq(Optional.of("unpaid")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"status": "GONE"}  | validation_failed | /status | not_one_of
      {"status": null}    | validation_failed | /status | not_null
      {"name": null}      | validation_failed | /name   | not_null
      {"naem": "B"}       | unknown_field     | /naem   | unknown_field
      {"owner": null}     | unknown_field     | /owner  | unknown_field
      """)
  void aChangeThatDoesNotFitIsNamed(String json, String code, String pointer, String fault) {
    patch(ACME, json).isProblem(400, code).hasFault(pointer, fault);
    verify(ports.tenants, never()).change(any(), any(), any(), any(), any());
  }
}
