package dev.latchkey.contracts.support;

import java.util.List;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Default time zones that a server may run in. */
public final class TimeZones {

  /** The far east, the far west, and a zone whose clocks go back in the night of one of the {@link Moments}. */
  private static final List<String> IDS = List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin");

  private TimeZones() {}

  /** Writes in each time zone and reads each value in all of them. */
  public static <T> void writtenAndReadInEvery(Supplier<T> write, Consumer<T> look) {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String writer : IDS) {
        TimeZone.setDefault(TimeZone.getTimeZone(writer));
        T written = write.get();
        for (String reader : IDS) {
          TimeZone.setDefault(TimeZone.getTimeZone(reader));
          look.accept(written);
        }
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
