package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The blocks of a class that catch a failure and do not throw it again, read from its byte code.
 *
 * <p>ArchUnit reports which types are caught. It reports neither what a block does with them, so that a block that the
 * compiler generates for try-with-resources looks like any other, nor a finally block that returns.
 */
record CatchBlocks(ClassView type, ClassModel model) {

  /**
   * A block that keeps a failure from the caller.
   *
   * @param unit the method that contains it, also for a block in a lambda
   * @param isInLambda whether the block is in a lambda
   * @param caught the name of the caught type; empty for a finally block that is left without the failure
   */
  record Swallowing(JavaCodeUnit unit, boolean isInLambda, Optional<String> caught) {}

  static CatchBlocks of(ClassView type) {
    return new CatchBlocks(type, type.model());
  }

  /** Returns every such block. */
  Stream<Swallowing> swallowing() {
    return model.methods().stream().flatMap(method -> method.code().stream().flatMap(
        code -> code.exceptionHandlers().stream()
            .filter(block -> !throwsAgain(code.elementList(), block))
            .flatMap(block -> unitOf(method).map(unit -> new Swallowing(
                unit,
                isLambda(method),
                block.catchType().map(name -> name.asInternalName().replace('/', '.')))))));
  }

  /** Returns whether every way through the block ends in a throw of what was caught. */
  private static boolean throwsAgain(List<CodeElement> body, ExceptionCatch block) {
    var start = positionOf(body, block.handler());
    var end = IntStream.range(start, body.size())
        .filter(at -> body.get(at) instanceof ReturnInstruction || throwsWhatItCaught(body, start, at))
        .findFirst();
    return end.isPresent()
        && body.get(end.getAsInt()) instanceof ThrowInstruction
        && IntStream.range(start, end.getAsInt())
            .allMatch(at -> !(body.get(at) instanceof BranchInstruction jump)
                || isWithin(positionOf(body, jump.target()), start, end.getAsInt()));
  }

  private static boolean throwsWhatItCaught(List<CodeElement> body, int start, int at) {
    if (!(body.get(at) instanceof ThrowInstruction)) {
      return false;
    }
    return switch (body.get(at - 1)) {
      case LoadInstruction thrown -> keepsIn(body, start, thrown.slot()) || addsToAnother(body, start, at);
      // The compiler wraps what the accessors of a record pattern throw.
      case InvokeInstruction made -> made.owner().asInternalName().equals("java/lang/MatchException");
      default -> false;
    };
  }

  private static boolean keepsIn(List<CodeElement> body, int start, int slot) {
    return body.subList(start, body.size()).stream()
        .filter(element -> element instanceof StoreInstruction)
        .findFirst()
        .filter(store -> ((StoreInstruction) store).slot() == slot)
        .isPresent();
  }

  /** In try-with-resources the failure of closing is added to the first failure, which is thrown. */
  private static boolean addsToAnother(List<CodeElement> body, int start, int at) {
    return body.subList(start, at).stream().anyMatch(
        element -> element instanceof InvokeInstruction call && call.name().stringValue().equals("addSuppressed"));
  }

  private static int positionOf(List<CodeElement> body, Label label) {
    return IntStream.range(0, body.size())
        .filter(at -> body.get(at) instanceof LabelTarget here && here.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isWithin(int at, int start, int end) {
    return start <= at && at <= end;
  }

  /** Returns the method in whose source the code is: for a lambda the one that creates it. */
  private Stream<JavaCodeUnit> unitOf(MethodModel method) {
    return isLambda(method)
        ? model.methods().stream()
            .filter(other -> other.code().filter(code -> creates(code, method)).isPresent())
            .findFirst().stream()
            .flatMap(this::unitOf)
        : Stream.concat(type.type().getCodeUnits().stream(), type.type().getStaticInitializer().stream())
            .filter(unit -> unit.getName().equals(method.methodName().stringValue()))
            .filter(unit -> unit.getRawParameterTypes().stream().map(JavaClass::getName).toList().equals(
                method.methodTypeSymbol().parameterList().stream().map(CatchBlocks::nameOf).toList()));
  }

  private static boolean isLambda(MethodModel method) {
    return method.methodName().stringValue().startsWith("lambda$");
  }

  private static boolean creates(CodeModel code, MethodModel lambda) {
    return code.elementList().stream()
        .flatMap(element -> element instanceof InvokeDynamicInstruction made
            ? made.bootstrapArgs().stream()
            : Stream.empty())
        .anyMatch(part -> part instanceof DirectMethodHandleDesc target
            && target.methodName().equals(lambda.methodName().stringValue()));
  }

  /** Returns the name of the type as ArchUnit writes it. */
  private static String nameOf(ClassDesc type) {
    if (type.isPrimitive()) {
      return type.displayName();
    }
    var descriptor = type.descriptorString().replace('/', '.');
    return type.isArray() ? descriptor : descriptor.substring(1, descriptor.length() - 1);
  }
}
