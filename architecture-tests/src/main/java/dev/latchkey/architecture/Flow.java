package dev.latchkey.architecture;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ways through the code of one method.
 *
 * @param body the elements of the code
 * @param blocks the blocks that catch a failure
 */
record Flow(List<CodeElement> body, List<ExceptionCatch> blocks) {

  static Flow of(CodeModel code) {
    return new Flow(code.elementList(), code.exceptionHandlers());
  }

  /** Returns every position that the code can reach from that one without a failure. */
  Set<Integer> reachedFrom(int start) {
    return walk(List.of(start), at -> true, this::next);
  }

  /** Returns the positions of the writes whose value a read at that position can see; 0 stands for a parameter. */
  Set<Integer> lastWrites(int read, IntPredicate isWrite) {
    return walk(previous(read), at -> !isWrite.test(at), this::previous).stream()
        .filter(at -> at == 0 || isWrite.test(at))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Integer> walk(List<Integer> start, IntPredicate goesOn, IntFunction<List<Integer>> steps) {
    var walked = new TreeSet<Integer>();
    var left = new ArrayDeque<>(start);
    while (!left.isEmpty()) {
      var at = left.remove();
      if (walked.add(at) && goesOn.test(at)) {
        left.addAll(steps.apply(at));
      }
    }
    return walked;
  }

  /** Returns the positions that can follow that one. */
  private List<Integer> next(int at) {
    return switch (body.get(at)) {
      case ReturnInstruction end -> List.of();
      case ThrowInstruction end -> List.of();
      case BranchInstruction jump when isUnconditional(jump) -> List.of(positionOf(jump.target()));
      case BranchInstruction jump -> List.of(at + 1, positionOf(jump.target()));
      case TableSwitchInstruction choice -> targets(choice.defaultTarget(), choice.cases());
      case LookupSwitchInstruction choice -> targets(choice.defaultTarget(), choice.cases());
      default -> at + 1 < body.size() ? List.of(at + 1) : List.of();
    };
  }

  private List<Integer> targets(Label otherwise, List<SwitchCase> cases) {
    return Stream.concat(Stream.of(otherwise), cases.stream().map(SwitchCase::target)).map(this::positionOf).toList();
  }

  /** Returns the positions that can precede that one, for a catch block also those that can fail. */
  private List<Integer> previous(int at) {
    var falling = at > 0 && !leaves(body.get(at - 1)) ? Stream.of(at - 1) : Stream.<Integer>empty();
    return body.get(at) instanceof LabelTarget here
        ? Stream.of(falling, jumpsTo(here.label()), failuresFor(here.label())).flatMap(found -> found).toList()
        : falling.toList();
  }

  private Stream<Integer> jumpsTo(Label label) {
    return IntStream.range(0, body.size()).boxed().filter(at -> switch (body.get(at)) {
      case BranchInstruction jump -> jump.target().equals(label);
      case TableSwitchInstruction choice -> leadsTo(label, choice.defaultTarget(), choice.cases());
      case LookupSwitchInstruction choice -> leadsTo(label, choice.defaultTarget(), choice.cases());
      default -> false;
    });
  }

  private static boolean leadsTo(Label label, Label otherwise, List<SwitchCase> cases) {
    return otherwise.equals(label) || cases.stream().anyMatch(one -> one.target().equals(label));
  }

  private Stream<Integer> failuresFor(Label label) {
    return blocks.stream()
        .filter(block -> block.handler().equals(label))
        .flatMap(block -> IntStream.range(positionOf(block.tryStart()), positionOf(block.tryEnd())).boxed());
  }

  /** Returns the position of the first instruction at that position or after it. */
  int instructionAt(int start) {
    return IntStream.range(start, body.size())
        .filter(at -> body.get(at) instanceof Instruction)
        .findFirst()
        .orElseThrow();
  }

  /** Returns the instructions after that position, in the order of the class file. */
  Stream<CodeElement> instructionsAfter(int start) {
    return body.subList(start + 1, body.size()).stream().filter(element -> element instanceof Instruction);
  }

  /** Returns the position of the label. */
  int positionOf(Label label) {
    return IntStream.range(0, body.size())
        .filter(at -> body.get(at) instanceof LabelTarget here && here.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  /** Returns whether the code does not go on with the element after that one. */
  static boolean leaves(CodeElement element) {
    return switch (element) {
      case ReturnInstruction end -> true;
      case ThrowInstruction end -> true;
      case TableSwitchInstruction choice -> true;
      case LookupSwitchInstruction choice -> true;
      case BranchInstruction jump -> isUnconditional(jump);
      default -> false;
    };
  }

  static boolean isUnconditional(BranchInstruction jump) {
    return jump.opcode() == Opcode.GOTO || jump.opcode() == Opcode.GOTO_W;
  }
}
