package dev.latchkey.benchmarks.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WriteTimesTest {

  private final WriteTimes times = new WriteTimes();

  @Test
  void longestGapIsBetweenTwoAcknowledgements() {
    times.add(1, 10);
    times.add(11, 20);
    times.add(40, 50);
    times.add(51, 60);

    assertThat(times.longestGap(15, 65)).isEqualTo(30);
  }

  @Test
  void gapThatHasNotEndedCounts() {
    times.add(1, 10);

    assertThat(times.longestGap(5, 100)).isEqualTo(90);
    assertThat(times.longestGap(20, 100)).isEqualTo(80);
  }

  @Test
  void acknowledgementsOfConcurrentCallsCountInTheOrderOfTheirEnds() {
    times.add(1, 10);
    times.add(15, 30);
    times.add(2, 20);

    assertThat(times.longestGap(10, 30)).isEqualTo(10);
  }

  @Test
  void changeThatWasAskedForBeforeDoesNotShowThatWritesGoOn() {
    times.add(1, 100);
    times.add(60, 70);

    assertThat(times.firstAskedAfter(50)).hasValue(70);
    assertThat(times.firstAskedAfter(60)).isEmpty();
    assertThat(times.firstAfter(70)).hasValue(100);
  }
}
