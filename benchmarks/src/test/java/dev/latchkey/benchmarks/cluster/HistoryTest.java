package dev.latchkey.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.benchmarks.cluster.Outcome.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  @Test
  void everyKindOfEntryIsReadAsItWasWritten(@TempDir Path folder) {
    List<Entry> entries = new Example()
        .acknowledged("a", 0, 1, new Operation.CreateTenant("t"))
        .acknowledged("a", 2, 3, new Operation.CreateKey("t", "k"), 1)
        .unknown("b", 4, 5, new Operation.DisableKey("t", "k"))
        .acknowledged("a", 6, 7, new Operation.EnableKey("t", "k"), 3)
        .acknowledged("a", 8, 9, new Operation.RotateKey("t", "k", "l"))
        .refused("b", 10, 11, new Operation.CheckKey("t", "k"), "key_expired")
        .acknowledged("a", 12, 13, new Operation.SuspendTenant("t"))
        .acknowledged("a", 14, 15, new Operation.ActivateTenant("t"))
        .acknowledged("a", 16, 17, new Operation.AddLead("+49"))
        .acknowledged("a", 18, 19, new Operation.RemoveLead("+49"))
        .found("a", 20, 21, new Operation.ReadTenant("t"), State.ACTIVE)
        .found("a", 22, 23, new Operation.ReadKey("t", "l"), State.ACTIVE, 1)
        .add("a", 24, 25, new Operation.ReadLead("+49"), new Found(State.ABSENT, 0, 0))
        .outage(26, 27)
        .entries();
    try (History history = History.begin(folder.resolve("history.jsonl"))) {
      entries.forEach(history::add);

      assertThat(history.entries()).isEqualTo(entries);
    }
  }

  @Test
  void incompleteLastLineIsLeftOut(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("history.jsonl");
    List<Entry> entries = new Example().outage(0, 1).entries();
    Files.writeString(file, EntryJson.write(entries.getFirst()) + "\n{\"start\":4,\"end\"");

    assertThat(History.read(file)).isEqualTo(entries);
  }
}
