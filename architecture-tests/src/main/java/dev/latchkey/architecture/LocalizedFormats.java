package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Calls of DateTimeFormatter.ofLocalized…, of which no overload takes a locale: the next call of the formatter states
 * it.
 */
final class LocalizedFormats {

  private static final String FORMATTER = "java.time.format.DateTimeFormatter";

  private static final String LOCALIZED = "ofLocalized";

  private static final Set<String> STATE_THE_LOCALE = Set.of("localizedBy", "withLocale");

  /** Return the formatter with another zone or form, and with the same locale. */
  private static final Set<String> KEEP_THE_LOCALE = Set.of(
      "withChronology", "withDecimalStyle", "withResolverFields", "withResolverStyle", "withZone");

  private LocalizedFormats() {}

  /** Returns whether the access is such a call and the locale is stated; a method reference states none. */
  static boolean stateTheLocale(JavaAccess<?> access) {
    return access instanceof JavaCall<?>
        && access.getTargetOwner().getName().equals(FORMATTER)
        && access.getTarget().getName().startsWith(LOCALIZED)
        && new ClassView(access.getOriginOwner()).model().methods().stream()
            .flatMap(method -> method.code().stream())
            .noneMatch(code -> leavesItOut(code.elementList(), access.getLineNumber()));
  }

  /** Returns whether such a call in this line is not followed by one that states the locale. */
  private static boolean leavesItOut(List<CodeElement> code, int line) {
    var current = 0;
    for (var at = 0; at < code.size(); at++) {
      if (code.get(at) instanceof LineNumber number) {
        current = number.line();
      }
      if (current == line
          && code.get(at) instanceof InvokeInstruction call
          && isOfAFormatter(call)
          && call.name().stringValue().startsWith(LOCALIZED)
          && !isStatedAfter(code, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStatedAfter(List<CodeElement> code, int start) {
    var seen = new HashSet<Integer>();
    for (var at = start; at < code.size() && seen.add(at); at++) {
      if (code.get(at) instanceof InvokeInstruction call
          && isOfAFormatter(call)
          && !KEEP_THE_LOCALE.contains(call.name().stringValue())) {
        return STATE_THE_LOCALE.contains(call.name().stringValue());
      }
      if (code.get(at) instanceof BranchInstruction branch && branch.opcode() == Opcode.GOTO) {
        at = targetOf(code, branch);
      }
    }
    return false;
  }

  private static int targetOf(List<CodeElement> code, BranchInstruction branch) {
    for (var at = 0; at < code.size(); at++) {
      if (code.get(at) instanceof LabelTarget target && target.label().equals(branch.target())) {
        return at;
      }
    }
    return code.size();
  }

  private static boolean isOfAFormatter(InvokeInstruction call) {
    return call.owner().name().stringValue().equals(FORMATTER.replace('.', '/'));
  }
}
