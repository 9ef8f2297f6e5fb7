package dev.latchkey.adapters.cli;

import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Operator;
import dev.latchkey.domain.audit.ChainFinding;
import dev.latchkey.domain.audit.ChainFinding.Break;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.MacReport;
import dev.latchkey.domain.audit.MacReport.Span;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.tenant.Tenant;
import dev.latchkey.domain.tenant.TenantFilter;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The command {@code verify-audit}: verifies the audit trail of every tenant and prints one report each. */
public record AuditVerification(
    ForManagingTenants tenants,
    ForReadingTheAudit audit,
    Operator operator,
    Map<TenantId, ChainHead> expected,
    PrintStream out) {

  /** The worst finding over all tenants, from good to bad, with the exit status of the command. */
  public enum Outcome {
    INTACT(0, "Every audit trail is intact."),
    UNPROVEN(4, "No audit trail was seen to be tampered with, but not all is proven: see the lines above."),
    BROKEN(3, "At least one audit trail was tampered with.");

    private final int exitStatus;
    private final String text;

    Outcome(int exitStatus, String text) {
      this.exitStatus = exitStatus;
      this.text = text;
    }

    /** The exit status of the process. */
    public int exitStatus() {
      return exitStatus;
    }

    private Outcome or(Outcome other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  /** Verifies all trails, prints the finding for each tenant, and returns the worst. */
  public Outcome run() {
    Map<TenantId, ChainHead> missing = new HashMap<>(expected);
    Outcome worst = Outcome.INTACT;
    OptionalLong before = OptionalLong.empty();
    do {
      Page<Tenant> page = tenants.list(operator, TenantFilter.ALL, new PageRequest(PageRequest.HIGHEST_LIMIT, before));
      for (Tenant tenant : page.items()) {
        worst = worst.or(verify(tenant, Optional.ofNullable(missing.remove(tenant.id()))));
      }
      before = page.next();
    } while (before.isPresent());
    for (TenantId tenant : missing.keySet()) {
      out.println("BROKEN  " + PublicId.of(tenant) + ": the tenant of the expected head is not there");
      worst = Outcome.BROKEN;
    }
    out.println(worst.text);
    return worst;
  }

  private Outcome verify(Tenant tenant, Optional<ChainHead> end) {
    String name = PublicId.of(tenant.id()) + " " + tenant.name();
    return switch (audit.verify(operator.enter(tenant), end)) {
      case ChainFinding.Intact(ChainHead head, MacReport macs) -> {
        out.println("intact  " + name + ": " + head.sequence() + " events, " + macs.valid() + " with a valid MAC");
        out.println("head    " + new WrittenHead(tenant.id(), head).text());
        report(macs);
        yield macs.isComplete() ? Outcome.INTACT : Outcome.UNPROVEN;
      }
      case ChainFinding.Broken(long sequence, Break how) -> {
        out.println("BROKEN  " + name + ": event " + sequence + " " + explained(how));
        yield Outcome.BROKEN;
      }
    };
  }

  private void report(MacReport macs) {
    macs.before().ifPresent(span -> out.println(
        "        " + shown(span) + " without a MAC: a version that made none wrote them, and their hashes fit"));
    macs.unchecked().forEach((version, events) -> out.println(
        "UNPROVEN " + events + " events have a MAC under the pepper " + version
            + ", which is not in LATCHKEY_PEPPERS: not checked"));
    macs.unproven().ifPresent(span -> out.println(
        "UNPROVEN " + shown(span)
            + " without a MAC though an event before has one: servers of the version before wrote them"
            + " during an upgrade, or somebody without the pepper did"));
  }

  private static String shown(Span span) {
    return span.events() + " events from " + span.first() + " (" + span.firstAt() + ") to " + span.last() + " ("
        + span.lastAt() + ")";
  }

  private static String explained(Break how) {
    return switch (how) {
      case CHANGED -> "is not what was written";
      case MISSING -> "is missing, or another one stands in its place";
      case DETACHED -> "does not follow the one before it";
      case CUT_OFF -> "was expected: the trail ends before its recorded end";
      case FORGED -> "has a MAC that does not fit it: it was not written by a server with the pepper";
      case FORGED_HEAD -> "is the recorded end, whose MAC does not fit: the last events or the end were replaced";
      case UNEXPECTED -> "is not on the way to the expected head";
    };
  }
}
