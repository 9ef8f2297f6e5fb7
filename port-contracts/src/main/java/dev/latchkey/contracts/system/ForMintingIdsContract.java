package dev.latchkey.contracts.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.contracts.support.NeverNull;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.Untested;
import dev.latchkey.domain.id.CampaignId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of {@code ForMintingIds}. */
@Untested(of = ForMintingIds.class, says = "Never blocks on I/O.", because = "A test cannot observe that a call did "
    + "not wait.")
@ExtendWith(NeverNull.class)
public interface ForMintingIdsContract {

  ForMintingIds ids();

  /** The id generator of another node that runs at the same time. */
  ForMintingIds anotherNodesIds();

  @Test
  @Promise(of = ForMintingIds.class, says = "Returns a positive number that was not issued before, for all practical "
      + "purposes not by another node either, and that is higher than all numbers issued by this node before.")
  default void anIdIsAPositiveNumberThatIsNotNobodys() {
    assertThat(minted(ids(), 10_000)).allMatch(id -> id > 0 && id < CampaignId.UNKNOWN.value());
  }

  @Test
  @Promise(of = ForMintingIds.class, says = "Returns a positive number that was not issued before, for all practical "
      + "purposes not by another node either, and that is higher than all numbers issued by this node before.")
  default void everyIdIsHigherThanThoseGivenOutHereBefore() {
    assertThat(minted(ids(), 100_000)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @Promise(of = ForMintingIds.class, says = "Source of unique ids.")
  @Promise(of = ForMintingIds.class, says = "Returns a positive number that was not issued before, for all practical "
      + "purposes not by another node either, and that is higher than all numbers issued by this node before.")
  default void idsGivenOutAtOnceAreUniqueAndRiseForEverybody() throws Exception {
    ForMintingIds ids = ids();
    int each = 10_000;

    List<List<Long>> minted = Race.of(_ -> () -> minted(ids, each));

    minted.forEach(own -> assertThat(own).isSorted());
    assertThat(minted.stream().flatMap(List::stream).distinct()).hasSize(Race.CONTESTANTS * each);
  }

  @Test
  @Promise(of = ForMintingIds.class, says = "Returns a positive number that was not issued before, for all practical "
      + "purposes not by another node either, and that is higher than all numbers issued by this node before.")
  default void anIdIsNotGivenOutByAnotherNode() {
    List<Long> ours = minted(ids(), 1_000);
    List<Long> theirs = minted(anotherNodesIds(), 1_000);

    assertThat(Stream.concat(ours.stream(), theirs.stream()).distinct()).hasSize(2_000);
  }

  private static List<Long> minted(ForMintingIds ids, int count) {
    return IntStream.range(0, count).mapToObj(_ -> ids.next()).toList();
  }
}
