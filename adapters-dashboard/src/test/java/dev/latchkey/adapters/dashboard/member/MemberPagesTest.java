package dev.latchkey.adapters.dashboard.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.application.port.in.ForManagingMembers.Adding;
import dev.latchkey.application.port.in.ForManagingMembers.Changing;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Email;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.PasswordHash;
import dev.latchkey.domain.tenant.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemberPagesTest {

  private static final String MEMBERS = Dashboard.HOME + "/settings/members";
  private static final Email BOB = new Email("bob@example.org");
  private static final Member KNOWN = member(8, BOB.value(), Role.VIEWER);
  private static final Member SELF = member(7, "ada@example.org", Role.OWNER);

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @BeforeEach
  void prepare() {
    when(dashboard.members.list(any(), any()))
        .thenReturn(new Page<>(List.of(KNOWN, SELF), OptionalLong.empty()));
    when(dashboard.members.find(any(), eq(KNOWN.id()))).thenReturn(Optional.of(KNOWN));
    when(dashboard.members.find(any(), eq(SELF.id()))).thenReturn(Optional.of(SELF));
  }

  @Test
  void membersAreListedWithTheirRoles() {
    String page = dashboard.signedIn().open(MEMBERS).body();

    assertThat(page).contains("bob@example.org", "Viewer", "ada@example.org", "(you)", MEMBERS + "/8");
  }

  @Test
  void aLongListGoesOnFromWhereThePartBeforeEnded() {
    when(dashboard.members.list(any(), any())).thenReturn(new Page<>(List.of(KNOWN), OptionalLong.of(8)));

    assertThat(dashboard.signedIn().open(MEMBERS).body()).contains(MEMBERS + "?before=8");
    dashboard.signedIn().open(MEMBERS + "?before=8");

    verify(dashboard.members).list(any(), eq(new PageRequest(100, OptionalLong.of(8))));
  }

  @Test
  void aMemberIsAddedByTheOwnerFromWhereTheyAre() {
    when(dashboard.members.add(any(), any(), any(), any())).thenReturn(new Adding.Added(KNOWN));

    HttpResponse<String> reply = send(MEMBERS, added(" Bob@Example.org", "long enough", "ADMIN"));

    assertThat(reply.statusCode()).isEqualTo(303);
    verify(dashboard.members).add(argThat(MemberPagesTest::isOwners), eq(BOB), is("long enough"), eq(Role.ADMIN));
  }

  @Test
  void everyFaultIsToldAtOnceBesideItsFieldAndThePasswordNever() {
    HttpResponse<String> reply = send(MEMBERS, added("<b>bob", "sh0rt", "KING"));

    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.body())
        .contains("id=\"email-fault\"", "id=\"password-fault\"", "id=\"role-fault\"", "value=\"&lt;b>bob\"")
        .doesNotContain("sh0rt", "<b>bob");
    verify(dashboard.members, never()).add(any(), any(), any(), any());
  }

  @Test
  void anAddressThatIsTakenIsSaidSo() {
    when(dashboard.members.add(any(), any(), any(), any())).thenReturn(new Adding.EmailTaken());

    assertThat(send(MEMBERS, added("bob@example.org", "long enough", "ADMIN")).body())
        .contains("A member with this e-mail address already exists.", "value=\"bob@example.org\"");
  }

  @Test
  void aRoleIsChanged() {
    when(dashboard.members.change(any(), any(), any(), any())).thenReturn(new Changing.Changed(KNOWN));

    assertThat(send(MEMBERS + "/8/role", Map.of("role", "OWNER")).statusCode()).isEqualTo(303);

    verify(dashboard.members)
        .change(argThat(MemberPagesTest::isOwners), eq(KNOWN.id()), eq(FieldUpdate.to(Role.OWNER)),
            eq(FieldUpdate.keep()));
  }

  @Test
  void aPasswordIsSet() {
    when(dashboard.members.change(any(), any(), any(), any())).thenReturn(new Changing.Changed(KNOWN));

    assertThat(send(MEMBERS + "/8/password", Map.of("password", "long enough")).statusCode()).isEqualTo(303);
    verify(dashboard.members).change(
        any(),
        eq(KNOWN.id()),
        eq(FieldUpdate.keep()),
        argThat(edit -> edit instanceof FieldUpdate.To<ChosenPassword>(ChosenPassword to)
            && to.password().reveal().equals("long enough")));

    assertThat(send(MEMBERS + "/8/password", Map.of("password", "sh0rt")).body())
        .contains("id=\"password-fault\"")
        .doesNotContain("sh0rt");
  }

  @Test
  void aMemberIsRemovedOnceTheirAddressIsTyped() {
    when(dashboard.members.remove(any(), any())).thenReturn(new Changing.Changed(KNOWN));

    assertThat(send(MEMBERS + "/8/removal", Map.of("confirmation", "eve@example.org")).statusCode()).isEqualTo(422);
    assertThat(send(MEMBERS + "/8/removal", Map.of()).statusCode()).isEqualTo(422);
    verify(dashboard.members, never()).remove(any(), any());

    assertThat(send(MEMBERS + "/8/removal", Map.of("confirmation", "bob@example.org")).statusCode()).isEqualTo(303);
    verify(dashboard.members).remove(argThat(MemberPagesTest::isOwners), eq(KNOWN.id()));
  }

  @Test
  void nobodyChangesTheirOwnRoleOrRemovesThemself() {
    when(dashboard.members.change(any(), any(), any(), any())).thenReturn(new Changing.Oneself());
    when(dashboard.members.remove(any(), any())).thenReturn(new Changing.Oneself());

    assertThat(send(MEMBERS + "/7/role", Map.of("role", "VIEWER")).body()).contains("cannot change your own role");
    assertThat(send(MEMBERS + "/7/removal", Map.of("confirmation", "ada@example.org")).body())
        .contains("cannot remove yourself");
  }

  @Test
  void ownerWhoWasDemotedMeanwhileIsRefused() {
    when(dashboard.members.change(any(), any(), any(), any())).thenReturn(new Changing.NoLongerOwner());
    when(dashboard.members.remove(any(), any())).thenReturn(new Changing.NoLongerOwner());

    for (HttpResponse<String> reply : List.of(
        send(MEMBERS + "/8/role", Map.of("role", "VIEWER")),
        send(MEMBERS + "/8/password", Map.of("password", "long enough")),
        send(MEMBERS + "/8/removal", Map.of("confirmation", "bob@example.org")))) {
      assertThat(reply.statusCode()).isEqualTo(403);
      assertThat(reply.body()).contains("You may not do that");
    }
  }

  @Test
  void passwordThatOthersGuessIsRefusedWithItsReason() {
    for (Map.Entry<String, String> guess : Map.of(
        "password", "common passwords",
        "bob@example.org", "e-mail address",
        "Acme-example1", "e-mail address",
        "xyxyxyxy", "Repeats the same characters",
        "x".repeat(300), "at most 256").entrySet()) {
      for (HttpResponse<String> reply : List.of(
          send(MEMBERS, added("bob@example.org", guess.getKey(), "ADMIN")),
          send(MEMBERS + "/8/password", Map.of("password", guess.getKey())))) {
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("id=\"password-fault\"", guess.getValue());
      }
    }
    verify(dashboard.members, never()).add(any(), any(), any(), any());
    verify(dashboard.members, never()).change(any(), any(), any(), any());
  }

  @Test
  void aMemberThatIsNotThereIsNotFound() {
    for (String unknown : List.of("9", "-7", "x", "99999999999999999999")) {
      assertThat(dashboard.signedIn().open(MEMBERS + "/" + unknown).statusCode()).as(unknown).isEqualTo(404);
    }
    assertThat(send(MEMBERS + "/9/removal", Map.of("confirmation", "bob@example.org")).statusCode()).isEqualTo(404);
    when(dashboard.members.remove(any(), any())).thenReturn(new Changing.NoSuchMember());
    assertThat(send(MEMBERS + "/8/removal", Map.of("confirmation", "bob@example.org")).statusCode()).isEqualTo(404);
  }

  @Test
  void aFormFromElsewhereChangesNothing() {
    Browser browser = dashboard.signedIn();
    for (String change : List.of("", "/8/role", "/8/password", "/8/removal")) {
      assertThat(browser.post(MEMBERS + change, added("bob@example.org", "long enough", "ADMIN")).statusCode())
          .isEqualTo(403);
    }
    verify(dashboard.members, never()).add(any(), any(), any(), any());
    verify(dashboard.members, never()).change(any(), any(), any(), any());
    verify(dashboard.members, never()).remove(any(), any());
  }

  @Test
  void thePagesAreGermanInGerman() {
    Browser browser = dashboard.signedIn();

    assertThat(browser.open(MEMBERS.replace("/en/", "/de/")).body()).contains("Mitglieder", "Betrachter", "Inhaber");
    assertThat(browser.open(MEMBERS.replace("/en/", "/de/") + "/8").body())
        .contains("Geben Sie zur Bestätigung bob@example.org ein");
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) {
    Browser browser = dashboard.signedIn();
    browser.open(MEMBERS);
    return browser.send(path, fields);
  }

  private static Map<String, String> added(String email, String password, String role) {
    return Map.of("email", email, "password", password, "role", role);
  }

  private static boolean isOwners(TenantScope scope) {
    return scope.tenant().equals(Dashboard.TENANT)
        && scope.actor().equals(new Actor.Staff(new MemberId(7)))
        && scope.address().equals(Optional.of(Dashboard.ADDRESS));
  }

  private static ChosenPassword is(String text) {
    return argThat(password -> password.password().reveal().equals(text));
  }

  private static Member member(long id, String email, Role role) {
    return new Member(
        new MemberId(id), Dashboard.TENANT, new Email(email), role, new PasswordHash("$argon2id$…"), Dashboard.THEN);
  }
}
