package dev.latchkey.adapters.persistence.jdbc;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Converts a moment to microseconds since 1970 in UTC. A number avoids differences of time zone between servers and
 * drivers.
 */
@Singleton
public final class InstantAsMicros implements AttributeConverter<Instant, Long> {

  public static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public @Nullable Long convertToPersistedValue(@Nullable Instant moment, ConversionContext context) {
    return moment == null ? null : micros(moment);
  }

  @Override
  public @Nullable Instant convertToEntityValue(@Nullable Long micros, ConversionContext context) {
    return micros == null ? null : instant(micros);
  }
}
