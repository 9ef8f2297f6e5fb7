package dev.latchkey.adapters.persistence.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.util.List;

/** A metric of how the servers of the database replicate: one for the topology that was found, zero for the others. */
@Context
@Requires(beans = MySqlServers.class)
final class ServerFigures {

  private static final List<Topology> KNOWN = List.of(new Topology.Single(), new Topology.Group(),
      new Topology.Galera());

  ServerFigures(MeterRegistry registry, MySqlServers servers) {
    for (Topology known : KNOWN) {
      Gauge
          .builder("latchkey.database.topology", servers,
              used -> used.topology().filter(known::equals).isPresent() ? 1 : 0)
          .tag("topology", known.label())
          .description("1 for the topology of the database server that is used")
          .register(registry);
    }
  }
}
