package dev.latchkey.adapters.rest.service;

import dev.latchkey.adapters.rest.audit.AuditOperations;
import dev.latchkey.adapters.rest.campaign.CampaignOperations;
import dev.latchkey.adapters.rest.decision.DecisionOperations;
import dev.latchkey.adapters.rest.description.DescriptionWriter;
import dev.latchkey.adapters.rest.description.Operation;
import dev.latchkey.adapters.rest.key.KeyOperations;
import dev.latchkey.adapters.rest.lead.LeadOperations;
import dev.latchkey.adapters.rest.member.MemberOperations;
import dev.latchkey.adapters.rest.tenant.TenantOperations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The description of the API: all operations in the order of the document. */
public final class ApiDescription {

  private ApiDescription() {}

  /**
   * Writes the description; the build runs this on the compiled code.
   *
   * @param arguments the files to write, in YAML and in JSON
   */
  public static void main(String[] arguments) throws IOException {
    DescriptionWriter.write(operations(), Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** Returns the operations of all features. */
  public static List<Operation> operations() {
    return Stream.of(
        LeadOperations.v2(),
        CampaignOperations.all(),
        KeyOperations.forTenants(),
        DecisionOperations.forTenants(),
        AuditOperations.forTenants(),
        LeadOperations.v1(),
        TenantOperations.all(),
        MemberOperations.all(),
        AuditOperations.forOperator(),
        KeyOperations.forOperator(),
        DecisionOperations.forOperator(),
        ServiceOperations.all())
        .flatMap(List::stream)
        .toList();
  }
}
