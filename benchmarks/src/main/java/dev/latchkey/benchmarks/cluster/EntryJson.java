package dev.latchkey.benchmarks.cluster;

import dev.latchkey.benchmarks.cluster.Entry.Call;
import dev.latchkey.benchmarks.cluster.Entry.Outage;
import dev.latchkey.benchmarks.cluster.Operation.ActivateTenant;
import dev.latchkey.benchmarks.cluster.Operation.AddLead;
import dev.latchkey.benchmarks.cluster.Operation.CheckKey;
import dev.latchkey.benchmarks.cluster.Operation.CreateKey;
import dev.latchkey.benchmarks.cluster.Operation.CreateTenant;
import dev.latchkey.benchmarks.cluster.Operation.DisableKey;
import dev.latchkey.benchmarks.cluster.Operation.EnableKey;
import dev.latchkey.benchmarks.cluster.Operation.ReadKey;
import dev.latchkey.benchmarks.cluster.Operation.ReadLead;
import dev.latchkey.benchmarks.cluster.Operation.ReadTenant;
import dev.latchkey.benchmarks.cluster.Operation.RemoveLead;
import dev.latchkey.benchmarks.cluster.Operation.RotateKey;
import dev.latchkey.benchmarks.cluster.Operation.SuspendTenant;
import dev.latchkey.benchmarks.cluster.Outcome.Acknowledged;
import dev.latchkey.benchmarks.cluster.Outcome.Found;
import dev.latchkey.benchmarks.cluster.Outcome.Refused;
import dev.latchkey.benchmarks.cluster.Outcome.Unknown;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON form of the lines of a history: flat objects whose members are texts and numbers. */
final class EntryJson {

  private EntryJson() {}

  static String write(Entry entry) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    switch (entry) {
      case Call call -> {
        members.put("start", number(call.start()));
        members.put("end", number(call.end()));
        members.put("node", text(call.node()));
        operation(call.operation()).forEach((name, value) -> members.put(name, text(value)));
        members.putAll(outcome(call.outcome()));
      }
      case Outage(var fault, var start, var end) -> {
        members.put("start", number(start));
        members.put("end", number(end));
        members.put("outage", text(fault));
      }
    }
    return Json.write(JsonNode.createObjectNode(members));
  }

  static Entry read(String line) {
    Json members = Json.read(line);
    long start = members.number("start");
    long end = members.number("end");
    return members.has("outage")
        ? new Outage(members.text("outage"), start, end)
        : new Call(members.text("node"), start, end, operation(members), outcome(members));
  }

  private static Map<String, String> operation(Operation operation) {
    return switch (operation) {
      case CheckKey(var tenant, var key) -> key("check_key", tenant, key);
      case CreateTenant(var tenant) -> tenant("create_tenant", tenant);
      case SuspendTenant(var tenant) -> tenant("suspend_tenant", tenant);
      case ActivateTenant(var tenant) -> tenant("activate_tenant", tenant);
      case CreateKey(var tenant, var key) -> key("create_key", tenant, key);
      case DisableKey(var tenant, var key) -> key("disable_key", tenant, key);
      case EnableKey(var tenant, var key) -> key("enable_key", tenant, key);
      case RotateKey(var tenant, var key, var successor) -> {
        Map<String, String> members = key("rotate_key", tenant, key);
        members.put("successor", successor);
        yield members;
      }
      case AddLead(var number) -> lead("add_lead", number);
      case RemoveLead(var number) -> lead("remove_lead", number);
      case ReadTenant(var tenant) -> tenant("read_tenant", tenant);
      case ReadKey(var tenant, var key) -> key("read_key", tenant, key);
      case ReadLead(var number) -> lead("read_lead", number);
    };
  }

  private static Operation operation(Json members) {
    String name = members.text("operation");
    return switch (name) {
      case "check_key" -> new CheckKey(members.text("tenant"), members.text("key"));
      case "create_tenant" -> new CreateTenant(members.text("tenant"));
      case "suspend_tenant" -> new SuspendTenant(members.text("tenant"));
      case "activate_tenant" -> new ActivateTenant(members.text("tenant"));
      case "create_key" -> new CreateKey(members.text("tenant"), members.text("key"));
      case "disable_key" -> new DisableKey(members.text("tenant"), members.text("key"));
      case "enable_key" -> new EnableKey(members.text("tenant"), members.text("key"));
      case "rotate_key" -> new RotateKey(members.text("tenant"), members.text("key"), members.text("successor"));
      case "add_lead" -> new AddLead(members.text("lead"));
      case "remove_lead" -> new RemoveLead(members.text("lead"));
      case "read_tenant" -> new ReadTenant(members.text("tenant"));
      case "read_key" -> new ReadKey(members.text("tenant"), members.text("key"));
      case "read_lead" -> new ReadLead(members.text("lead"));
      default -> throw new IllegalArgumentException("Unknown operation " + name);
    };
  }

  private static Map<String, JsonNode> outcome(Outcome outcome) {
    return switch (outcome) {
      case Acknowledged(var version) -> Map.of("outcome", text("acknowledged"), "version", number(version));
      case Refused(var code) -> Map.of("outcome", text("refused"), "code", text(code));
      case Unknown(var reason) -> Map.of("outcome", text("unknown"), "reason", text(reason));
      case Found(var state, var times, var version) -> Map.of("outcome", text("found"), "state", text(state.name()),
          "times", number(times), "version", number(version));
    };
  }

  private static Outcome outcome(Json members) {
    String name = members.text("outcome");
    return switch (name) {
      case "acknowledged" -> new Acknowledged(members.number("version"));
      case "refused" -> new Refused(members.text("code"));
      case "unknown" -> new Unknown(members.text("reason"));
      case "found" -> new Found(
          State.valueOf(members.text("state")), Math.toIntExact(members.number("times")), members.number("version"));
      default -> throw new IllegalArgumentException("Unknown outcome " + name);
    };
  }

  private static Map<String, String> tenant(String name, String tenant) {
    return members(name, "tenant", tenant);
  }

  private static Map<String, String> lead(String name, String number) {
    return members(name, "lead", number);
  }

  private static Map<String, String> key(String name, String tenant, String key) {
    Map<String, String> members = members(name, "tenant", tenant);
    members.put("key", key);
    return members;
  }

  private static Map<String, String> members(String operation, String name, String value) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("operation", operation);
    members.put(name, value);
    return members;
  }

  private static JsonNode text(String value) {
    return JsonNode.createStringNode(value);
  }

  private static JsonNode number(long value) {
    return JsonNode.createNumberNode(value);
  }
}
