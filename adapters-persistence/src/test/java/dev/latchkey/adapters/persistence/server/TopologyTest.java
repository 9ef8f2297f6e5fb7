package dev.latchkey.adapters.persistence.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopologyTest {

  @Test
  void aMemberThatIsFoundAsAnythingElseIsOutOfItsCluster() {
    assertThat(new Topology.Galera().isLostBy(new Topology.Single())).isTrue();
    assertThat(new Topology.Group().isLostBy(new Topology.Single())).isTrue();
    assertThat(new Topology.Group().isLostBy(new Topology.Group())).isFalse();
  }

  @Test
  void aSingleServerCanBecomeAMember() {
    assertThat(new Topology.Single().isLostBy(new Topology.Galera())).isFalse();
  }
}
