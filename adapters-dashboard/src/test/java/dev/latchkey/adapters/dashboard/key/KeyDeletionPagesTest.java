package dev.latchkey.adapters.dashboard.key;

import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.KEYS;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.key;
import static dev.latchkey.adapters.dashboard.fixtures.Dashboard.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.dashboard.fixtures.Browser;
import dev.latchkey.adapters.dashboard.fixtures.Dashboard;
import dev.latchkey.application.port.in.ForManagingKeys.Deleting;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeyDeletionPagesTest {

  private static final ApiKey KEY = key("Dialer", plain(Environment.LIVE));
  private static final String DELETION = KEYS + "/" + KeyFormat.handle(KEY.id()) + "/deletion";

  @RegisterExtension
  private static final Dashboard dashboard = Dashboard.started();

  @Test
  void aKeyIsDeletedOnceItsNameWasTyped() {
    dashboard.hasOne(KEY);
    when(dashboard.keys.delete(any(), any(), any())).thenReturn(new Deleting.Deleted(KEY));
    Browser browser = dashboard.signedIn();
    assertThat(browser.open(DELETION).body()).contains("This cannot be undone", "Dialer");

    HttpResponse<String> reply = browser.send(DELETION, Map.of("name", "Dialer"));

    assertThat(reply.statusCode()).isEqualTo(303);
    verify(dashboard.keys).delete(any(), eq(KEY.id()), any());
    assertThat(browser.open(KEYS).body()).contains("The key was deleted");
  }

  @Test
  void withAnotherNameNothingIsDeleted() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(DELETION);

    for (String name : List.of("", "dialer", "Dialer 2")) {
      HttpResponse<String> reply = browser.send(DELETION, Map.of("name", name));
      assertThat(reply.statusCode()).isEqualTo(422);
      assertThat(reply.body()).contains("Nothing was deleted");
    }
    verify(dashboard.keys, never()).delete(any(), any(), any());
  }

  @Test
  void nameIsTypedAsItIsShownWhereTheStoredOneHasMoreSpaces() {
    ApiKey spaced = key("My  cafe\u0301", plain(Environment.LIVE));
    dashboard.hasOne(spaced);
    when(dashboard.keys.delete(any(), any(), any())).thenReturn(new Deleting.Deleted(spaced));
    Browser browser = dashboard.signedIn();
    browser.open(DELETION);

    assertThat(browser.send(DELETION, Map.of("name", "My caf\u00e9")).statusCode()).isEqualTo(303);
    verify(dashboard.keys).delete(any(), eq(spaced.id()), any());
  }

  @Test
  void aKeyThatIsGoneMeanwhileIsToldSo() {
    dashboard.hasOne(KEY);
    Browser browser = dashboard.signedIn();
    browser.open(DELETION);
    when(dashboard.keys.delete(any(), any(), any())).thenReturn(new Deleting.NoSuchKey());

    assertThat(browser.send(DELETION, Map.of("name", "Dialer")).statusCode()).isEqualTo(404);
    when(dashboard.keys.delete(any(), any(), any())).thenReturn(new Deleting.Escalates(Set.of()));
    assertThat(browser.send(DELETION, Map.of("name", "Dialer")).statusCode()).isEqualTo(403);
  }
}
