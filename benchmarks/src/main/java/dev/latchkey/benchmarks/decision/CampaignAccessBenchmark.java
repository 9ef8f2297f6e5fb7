package dev.latchkey.benchmarks.decision;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.id.CampaignId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to ask a key's rules for one campaign: so many rules, which name so many campaigns between them. */
@State(Scope.Benchmark)
public class CampaignAccessBenchmark {

  private static final Optional<CampaignType> TYPE = Optional.of(CampaignType.INBOUND);

  @Param({"1/1", "1/100", "1/10000", "100/10000"})
  public String rulesAndCampaigns = "";

  private CampaignAccess access = CampaignAccess.NONE;
  private CampaignId[] campaigns = {};
  private int next;

  @Setup
  public void prepare() {
    String[] numbers = rulesAndCampaigns.split("/", 2);
    int rules = Integer.parseInt(numbers[0]);
    int named = Integer.parseInt(numbers[1]);
    access = new CampaignAccess(IntStream.range(0, rules).mapToObj(rule -> rule(rule, named / rules)).toList());
    // The same number of different ones each time, so that only the rules differ.
    campaigns = IntStream.range(0, 64).mapToObj(i -> new CampaignId(id(i * 31 % named))).toArray(CampaignId[]::new);
  }

  private static CampaignRule rule(int rule, int named) {
    Set<CampaignId> ids = LongStream.range((long) rule * named, (rule + 1L) * named)
        .mapToObj(i -> new CampaignId(id(i))).collect(Collectors.toSet());
    return new CampaignRule(Effect.ALLOW, Set.of(Action.READ, Action.WRITE), new CampaignSelector.Named(ids));
  }

  /** As far apart as ids made a few seconds after each other. */
  private static long id(long i) {
    return (1L << 60) + (i << 33) + i * 7919;
  }

  @Benchmark
  public CampaignAccess.Verdict ask() {
    next = (next + 1) & 63;
    return access.on(Action.WRITE, campaigns[next], TYPE);
  }
}
