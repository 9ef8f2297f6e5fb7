package dev.latchkey.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZoneNameTest {

  @ParameterizedTest
  @ValueSource(strings = {
      "Europe/Berlin", "Europe/Kyiv", "Europe/Kiev", "America/Argentina/ComodRivadavia", "America/Coyhaique",
      "Asia/Calcutta", "US/Pacific", "PRC", "ROK", "ROC", "EST", "MST", "HST", "EST5EDT", "PST8PDT", "CET", "UTC",
      "UCT",
      "Zulu", "GMT", "GMT0", "GMT+0", "GMT-0", "Etc/GMT+12", "Etc/GMT-14", "Etc/UTC", "Factory", "W-SU",
      "NZ-CHAT", "America/Port-au-Prince", "Antarctica/DumontDUrville"})
  void aNameOfTheIanaDatabaseIsTakenAsItIs(String name) {
    assertThat(TimeZoneName.of(name)).contains(new TimeZoneName(name)).get().hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "SystemV/PST8", "SystemV/EST5EDT", "ACT", "AET", "IST", "JST", "PST", "BST", "US/Pacific-New", "europe/berlin",
      "utc", "Europe/Berlin ", " UTC", "+02:00", "UTC+2", "GMT+02:00", "UT+1", "Z", "", "Etc/GMT+13", "Mars/Olympus",
      "Etc/Unknown",
      "posixrules", "posix/UTC", "right/UTC", "localtime"})
  void anyOtherNameIsNone(String name) {
    assertThat(TimeZoneName.of(name)).isEmpty();
  }

  @Test
  void everyNameOfTheRuntimeIsTakenButThoseOfSystemV() {
    assertThat(ZoneId.getAvailableZoneIds())
        .filteredOn(name -> TimeZoneName.of(name).isEmpty())
        .allMatch(name -> name.startsWith("SystemV/"));
  }
}
