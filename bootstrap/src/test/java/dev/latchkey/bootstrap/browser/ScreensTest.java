package dev.latchkey.bootstrap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.latchkey.bootstrap.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in every language, on a phone and on a wide screen, light and dark: whether axe finds a barrier in it, whether it
 * fits, and whether the browser complains. Pictures of them are left in {@code target/screenshots}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {

  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final int[] WIDTHS = {360, 1440};
  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  private record Desk(Office office, Page page) {}

  private final Map<Screen.Seat, Desk> desks = new EnumMap<>(Screen.Seat.class);
  private Stage stage;
  private String handle;

  @BeforeAll
  void signInToATenantWithKeysAndToOneWithout(@TempDir Path folder) {
    stage = Stage.set(folder);
    Office office = Office.in(stage.server());
    Platform platform = office.platform();
    Platform.Key key = platform.key(office.tenant(), "{\"name\":\"Booking site\"}");
    Platform.campaign(stage.server().client().with(key.text()));
    Platform.Key other = platform.key(
        office.tenant(),
        "{\"name\":\"An old import with quite a long name, kept for the branch office\",\"environment\":\"dev\","
            + "\"permissions\":[\"leads:read\",\"audit:read\"],\"expires_at\":\"2099-01-01T00:00:00Z\"}");
    platform.operator().patch(platform.path(other), "{\"status\":\"DISABLED\"}").isStatus(200);
    handle = key.text().split("_")[2];
    sit(Screen.Seat.OWNER, office, "OWNER");
    sit(Screen.Seat.VIEWER, office, "VIEWER");
    sit(Screen.Seat.NEWCOMER, Office.in(stage.server()), "OWNER");
  }

  private void sit(Screen.Seat seat, Office office, String role) {
    desks.put(seat, new Desk(office, office.signIn(stage.chromium().profile(true), role)));
  }

  @AfterAll
  void stop() {
    if (stage != null) {
      stage.close();
    }
  }

  @ParameterizedTest
  @MethodSource("screens")
  void aPageHasNoBarrierFitsAndPleasesTheBrowser(Screen screen, String language) {
    Desk desk = desks.get(screen.seat());
    assertThat(desk).isNotNull();
    Page page = desk.page();
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    screen.open(page, desk.office(), language, handle);
    assertThat(page.getAttribute("html", "lang")).isEqualTo(language);

    for (int width : WIDTHS) {
      for (ColorScheme scheme : SCHEMES) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        String name = "%s-%s-%d-%s".formatted(screen, language, width, scheme).toLowerCase(Locale.ROOT);

        page.screenshot(
            new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
        assertThat(Axe.violations(page)).as(name).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(name).isTrue();
      }
    }
    assertThat(complaints).isEmpty();
  }

  private static Stream<Arguments> screens() {
    return Stream.of(Screen.values())
        .flatMap(screen -> Stream.of("en", "de").map(language -> Arguments.of(screen, language)));
  }
}
