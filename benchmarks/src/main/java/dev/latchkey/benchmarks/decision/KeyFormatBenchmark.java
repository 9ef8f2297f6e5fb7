package dev.latchkey.benchmarks.decision;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeyReading;
import dev.latchkey.domain.key.format.KeySecret;
import dev.latchkey.domain.key.format.PlainKey;
import dev.latchkey.domain.key.format.PresentedKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to read a presented key, and to see that it is none. */
@State(Scope.Benchmark)
public class KeyFormatBenchmark {

  private final String text = new PlainKey(Environment.LIVE, new KeyId(1L << 62), KeySecret.drawn(_ -> 7)).reveal();
  private final PresentedKey right = new PresentedKey(text);
  private final PresentedKey mistyped = new PresentedKey(text.replace("777", "778"));
  private final PresentedKey cutShort = new PresentedKey(text.substring(0, text.length() - 1));

  @Benchmark
  public KeyReading right() {
    return KeyFormat.read(right);
  }

  @Benchmark
  public KeyReading mistyped() {
    return KeyFormat.read(mistyped);
  }

  @Benchmark
  public KeyReading cutShort() {
    return KeyFormat.read(cutShort);
  }
}
