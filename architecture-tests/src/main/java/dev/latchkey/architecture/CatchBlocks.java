package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.Optional;
import java.util.Set;
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
    return model.methods().stream().flatMap(method -> method.code().map(Flow::of).stream().flatMap(
        flow -> flow.blocks().stream()
            .filter(block -> !throwsAgain(flow, block))
            .flatMap(block -> unitOf(method).map(unit -> new Swallowing(
                unit,
                isLambda(method),
                block.catchType().map(name -> name.asInternalName().replace('/', '.')))))));
  }

  /** Returns whether every way through the block ends in a throw of what was caught. */
  private static boolean throwsAgain(Flow flow, ExceptionCatch block) {
    var start = flow.instructionAt(flow.positionOf(block.handler()));
    var reached = flow.reachedFrom(start);
    return reached.stream().anyMatch(at -> throwsWhatItCaught(flow, start, at))
        && reached.stream().noneMatch(at -> flow.body().get(at) instanceof ReturnInstruction)
        && reached.stream()
            .filter(at -> isThrow(flow, at) && !throwsWhatItCaught(flow, start, at))
            // A finally block may throw another failure: the caller gets one.
            .allMatch(at -> block.catchType().isEmpty() || isOfASwitchWithoutADefault(flow, at));
  }

  private static boolean isThrow(Flow flow, int at) {
    return flow.body().get(at) instanceof ThrowInstruction;
  }

  private static boolean throwsWhatItCaught(Flow flow, int start, int at) {
    return isThrow(flow, at)
        && (isWrapped(flow, start, at)
            || (flow.body().get(at - 1) instanceof LoadInstruction thrown
                && (writesOf(flow, thrown, at).equals(Set.of(start)) || addsToAnother(flow, start, thrown, at))));
  }

  /** Returns where the local variable that is thrown was assigned. */
  private static Set<Integer> writesOf(Flow flow, LoadInstruction thrown, int at) {
    return flow.lastWrites(
        at, write -> flow.body().get(write) instanceof StoreInstruction store && store.slot() == thrown.slot());
  }

  /** In try-with-resources the failure of closing is added to the first failure, which is thrown. */
  private static boolean addsToAnother(Flow flow, int start, LoadInstruction thrown, int at) {
    var firsts = flow.blocks().stream().map(block -> flow.instructionAt(flow.positionOf(block.handler()))).toList();
    var added = flow.instructionsAfter(start).limit(3).toList();
    return firsts.containsAll(writesOf(flow, thrown, at))
        && added.size() == 3
        && isLoad(added.get(0), thrown.slot())
        && flow.body().get(start) instanceof StoreInstruction caught
        && isLoad(added.get(1), caught.slot())
        && added.get(2) instanceof InvokeInstruction call
        && call.name().stringValue().equals("addSuppressed");
  }

  /** The compiler wraps what the accessors of a record pattern throw. It gives the failure no name. */
  private static boolean isWrapped(Flow flow, int start, int at) {
    return flow.body().get(start) instanceof StoreInstruction caught
        && isMatchException(flow, at)
        && flow.instructionsAfter(start).skip(3).findFirst()
            .filter(call -> call instanceof InvokeInstruction text && text.name().stringValue().equals("toString"))
            .isPresent()
        && flow.body().stream().noneMatch(element -> element instanceof LocalVariable variable
            && variable.slot() == caught.slot()
            && start <= flow.positionOf(variable.startScope())
            && flow.positionOf(variable.startScope()) <= at);
  }

  /** The compiler adds a default with such a throw to a switch over all cases. */
  private static boolean isOfASwitchWithoutADefault(Flow flow, int at) {
    return isMatchException(flow, at)
        && flow.body().get(at - 2) instanceof ConstantInstruction cause
        && cause.opcode() == Opcode.ACONST_NULL
        && flow.body().get(at - 3) instanceof ConstantInstruction text
        && text.opcode() == Opcode.ACONST_NULL;
  }

  private static boolean isMatchException(Flow flow, int at) {
    return isThrow(flow, at)
        && flow.body().get(at - 1) instanceof InvokeInstruction made
        && made.owner().asInternalName().equals("java/lang/MatchException");
  }

  private static boolean isLoad(CodeElement element, int slot) {
    return element instanceof LoadInstruction load && load.slot() == slot;
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
