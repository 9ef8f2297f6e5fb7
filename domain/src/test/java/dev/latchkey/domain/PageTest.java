package dev.latchkey.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void oneItemMoreThanTheLimitShowsThatThereIsANextPage() {
    Page<Long> page = Page.cut(List.of(9L, 7L, 4L), PageRequest.first(2), Long::longValue);

    assertThat(page.items()).containsExactly(9L, 7L);
    assertThat(page.next()).hasValue(7L);
  }

  @Test
  void aPageThatIsJustFullIsTheLast() {
    Page<Long> page = Page.cut(List.of(9L, 7L), PageRequest.first(2), Long::longValue);

    assertThat(page.items()).containsExactly(9L, 7L);
    assertThat(page.next()).isEmpty();
  }

  @Test
  void nothingFoundIsAnEmptyPage() {
    assertThat(Page.cut(List.<Long>of(), PageRequest.first(2), Long::longValue))
        .isEqualTo(new Page<Long>(List.of(), OptionalLong.empty()));
  }

  @Test
  void aPageKeepsItsPlaceWhenItsItemsAreTurnedIntoSomethingElse() {
    assertThat(new Page<>(List.of(1, 2), OptionalLong.of(2)).map(i -> "no. " + i))
        .isEqualTo(new Page<>(List.of("no. 1", "no. 2"), OptionalLong.of(2)));
  }

  @Test
  void aPageDoesNotChangeWithTheListThatItWasMadeFrom() {
    List<Integer> items = new ArrayList<>(List.of(1));
    Page<Integer> page = new Page<>(items, OptionalLong.empty());
    items.add(2);

    assertThat(page.items()).containsExactly(1);
  }

  @Test
  void aPageHasOneToAHundredItems() {
    assertThat(PageRequest.first(1).limit()).isEqualTo(1);
    assertThat(PageRequest.first(100).limit()).isEqualTo(100);
    assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(0));
    assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(101));
  }
}
