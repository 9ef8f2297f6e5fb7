package dev.latchkey.bootstrap;

import dev.latchkey.adapters.rest.opaque.PublicId;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainFinding.Break;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import java.io.PrintStream;
import java.util.OptionalLong;

/** Verifies the audit trail of every tenant, beside the server or without one. */
record AuditVerification(
    ForManagingTenants tenants,
    ForReadingTheAudit audit,
    Operator operator,
    PrintStream out) {

  /** Prints a line a tenant; tells whether every trail is intact. */
  boolean run() {
    boolean intact = true;
    OptionalLong before = OptionalLong.empty();
    do {
      Page<Tenant> page = tenants.list(operator, TenantFilter.ALL, new PageRequest(PageRequest.HIGHEST_LIMIT, before));
      for (Tenant tenant : page.items()) {
        intact &= verify(tenant);
      }
      before = page.next();
    } while (before.isPresent());
    out.println(intact ? "Every audit trail is intact." : "At least one audit trail was tampered with.");
    return intact;
  }

  private boolean verify(Tenant tenant) {
    String name = PublicId.of(tenant.id()) + " " + tenant.name();
    return switch (audit.verify(operator.over(tenant))) {
      case ChainFinding.Intact(ChainHead head) -> {
        out.println("intact  " + name + ": " + head.sequence() + " events, the last has the hash " + head.hash());
        yield true;
      }
      case ChainFinding.Broken(long sequence, Break how) -> {
        out.println("BROKEN  " + name + ": event " + sequence + " " + explained(how));
        yield false;
      }
    };
  }

  private static String explained(Break how) {
    return switch (how) {
      case CHANGED -> "is not what was written";
      case MISSING -> "is missing, or another one stands in its place";
      case DETACHED -> "does not follow the one before it";
      case CUT_OFF -> "was expected: the trail ends before its recorded end";
    };
  }
}
