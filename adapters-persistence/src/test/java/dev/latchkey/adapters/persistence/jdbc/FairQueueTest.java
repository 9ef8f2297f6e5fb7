package dev.latchkey.adapters.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairQueueTest {

  private final FairQueue<String, String> queue = new FairQueue<>(4);

  @Test
  void elementsAreTakenOfAllLanesInTurnOldestFirst() {
    add("a", "a1", "a2", "a3");
    add("b", "b1");

    assertThat(queue.take(3)).containsExactly("a1", "b1", "a2");
    assertThat(queue.take(3)).containsExactly("a3");
    assertThat(queue.take(3)).isEmpty();
  }

  @Test
  void theLongestLaneLosesItsNewestElementWhereTheQueueIsFull() {
    add("a", "a1", "a2", "a3");
    add("b", "b1");

    assertThat(queue.add("c", "c1")).isTrue();
    assertThat(queue.add("b", "b2")).isTrue();

    assertThat(queue.take(9)).containsExactlyInAnyOrder("a1", "b1", "b2", "c1").doesNotContain("a3", "a2");
  }

  @Test
  void aFloodInOneLaneNeitherGrowsTheQueueNorDisplacesOthers() {
    add("quiet", "q1");
    List<Boolean> dropped = IntStream.range(0, 100).mapToObj(i -> queue.add("flood", "f" + i)).toList();

    assertThat(dropped).filteredOn(Boolean::booleanValue).hasSize(97);
    assertThat(queue.take(100)).containsExactly("q1", "f0", "f1", "f2");
  }

  @Test
  void asManyLanesAsPlacesLeaveNoLaneBehindThatIsEmpty() {
    for (String lane : List.of("a", "b", "c", "d", "e")) {
      queue.add(lane, lane);
    }

    assertThat(queue.take(100)).hasSize(4);
    assertThat(queue.take(100)).isEmpty();
  }

  private void add(String lane, String... elements) {
    for (String element : elements) {
      assertThat(queue.add(lane, element)).isFalse();
    }
  }
}
