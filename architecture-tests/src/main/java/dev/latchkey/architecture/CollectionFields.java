package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values that a class assigns to its fields of collection types, read from its byte code.
 *
 * <p>ArchUnit reports calls, and not which value is assigned to which field. Here each assignment is followed back to
 * the call, local variable or parameter that the value comes from.
 */
record CollectionFields(ClassView type, ClassModel model) {

  /** Collections, by their interfaces. Fields of their classes are found by the type alone. */
  private static final Set<String> COLLECTIONS = Set.of(
      "Ljava/lang/Iterable;",
      "Ljava/util/Collection;",
      "Ljava/util/List;",
      "Ljava/util/Map;",
      "Ljava/util/NavigableMap;",
      "Ljava/util/NavigableSet;",
      "Ljava/util/SequencedCollection;",
      "Ljava/util/SequencedMap;",
      "Ljava/util/SequencedSet;",
      "Ljava/util/Set;",
      "Ljava/util/SortedMap;",
      "Ljava/util/SortedSet;");

  /** A field of this type is checked for new collections alone, as its value usually is none. */
  private static final String ANYTHING = "Ljava/lang/Object;";

  /** Owner and beginning of the name of the methods that return unmodifiable collections. */
  private static final List<String> UNMODIFIABLE = List.of(
      "java/util/Collections.empty",
      "java/util/Collections.nCopies",
      "java/util/Collections.singleton",
      "java/util/Collections.unmodifiable",
      "java/util/List.copyOf",
      "java/util/List.of",
      "java/util/Map.copyOf",
      "java/util/Map.of",
      "java/util/Set.copyOf",
      "java/util/Set.of",
      "java/util/stream/Collectors.toUnmodifiable",
      "java/util/stream/Stream.toList");

  static CollectionFields of(ClassView type) {
    return new CollectionFields(type, ClassFile.of().parse(bytes(type.type())));
  }

  /** Returns a line for each field that is assigned a collection which is not known to be unmodifiable. */
  Stream<String> doubtful() {
    return model.methods().stream().flatMap(method -> {
      var body = body(method);
      return IntStream.range(0, body.size()).boxed().flatMap(at -> doubtfulWrite(body, at));
    });
  }

  private Stream<String> doubtfulWrite(List<CodeElement> body, int at) {
    if (!(body.get(at) instanceof FieldInstruction write) || !isWrite(write)) {
      return Stream.empty();
    }
    var kind = write.type().stringValue();
    if (!COLLECTIONS.contains(kind) && !kind.equals(ANYTHING)) {
      return Stream.empty();
    }
    return type.type().tryGetField(write.name().stringValue()).stream()
        .flatMap(field -> doubts(body, at, new HashSet<>())
            .filter(doubt -> COLLECTIONS.contains(kind) || doubt.startsWith("holds a new java.util."))
            .map(doubt -> type.line(field, doubt)));
  }

  private boolean isWrite(FieldInstruction access) {
    return (access.opcode() == Opcode.PUTFIELD || access.opcode() == Opcode.PUTSTATIC)
        && isOwn(access.owner().asInternalName());
  }

  private boolean isOwn(String owner) {
    return owner.equals(model.thisClass().asInternalName());
  }

  /** Returns what is doubtful about the value on the stack before that element, by each way that leads there. */
  private Stream<String> doubts(List<CodeElement> body, int before, Set<String> followed) {
    var ends = new ArrayList<Integer>();
    var at = before - 1;
    while (at >= 0 && !isSource(body.get(at))) {
      if (body.get(at) instanceof LabelTarget here) {
        ends.addAll(jumpsTo(here.label(), body, before));
      }
      at--;
    }
    var jumps = ends.stream().flatMap(jump -> doubts(body, jump, followed));
    return at < 0 || leaves(body.get(at)) ? jumps : Stream.concat(doubtsOfSource(body, at, followed), jumps);
  }

  private static boolean isSource(CodeElement element) {
    return element instanceof Instruction
        && !(element instanceof TypeCheckInstruction check && check.opcode() == Opcode.CHECKCAST);
  }

  private static List<Integer> jumpsTo(Label label, List<CodeElement> body, int before) {
    return IntStream.range(0, before).boxed()
        .filter(at -> body.get(at) instanceof BranchInstruction jump
            && isUnconditional(jump)
            && jump.target().equals(label))
        .toList();
  }

  private static boolean isUnconditional(BranchInstruction jump) {
    return jump.opcode() == Opcode.GOTO || jump.opcode() == Opcode.GOTO_W;
  }

  private static boolean leaves(CodeElement element) {
    return element instanceof ThrowInstruction
        || element instanceof ReturnInstruction
        || (element instanceof BranchInstruction jump && isUnconditional(jump));
  }

  private Stream<String> doubtsOfSource(List<CodeElement> body, int at, Set<String> followed) {
    return switch (body.get(at)) {
      case InvokeInstruction call -> doubtsOfCall(body, at, call, followed);
      case LoadInstruction load -> doubtsOfVariable(body, at, load.slot(), followed);
      // Another field, which is checked where it is assigned; null; or no collection at all.
      default -> Stream.empty();
    };
  }

  private Stream<String> doubtsOfVariable(List<CodeElement> body, int at, int slot, Set<String> followed) {
    return IntStream.iterate(at - 1, left -> left >= 0, left -> left - 1).boxed()
        .filter(left -> body.get(left) instanceof StoreInstruction store && store.slot() == slot)
        .findFirst()
        .map(store -> doubts(body, store, followed))
        .orElse(Stream.of("holds a collection of its caller, who may change it"));
  }

  private Stream<String> doubtsOfCall(List<CodeElement> body, int at, InvokeInstruction call, Set<String> followed) {
    var owner = call.owner().asInternalName();
    var name = owner + "." + call.name().stringValue();
    if (call.name().stringValue().equals("<init>")) {
      return Stream.of("holds a new %s, which can change".formatted(owner.replace('/', '.')));
    }
    if (UNMODIFIABLE.stream().anyMatch(name::startsWith)) {
      return Stream.empty();
    }
    if (name.equals("java/util/stream/Stream.collect")) {
      return doubts(body, at, followed);
    }
    var own = model.methods().stream().filter(method -> isOwn(owner) && isCalledBy(call, method)).findFirst();
    if (own.isPresent()) {
      return followed.add(name + call.type().stringValue()) ? doubtsOfReturns(own.get(), followed) : Stream.empty();
    }
    return Stream.of("holds the result of %s, which may change".formatted(name.replace('/', '.')));
  }

  private static boolean isCalledBy(InvokeInstruction call, MethodModel method) {
    return method.methodName().stringValue().equals(call.name().stringValue())
        && method.methodType().stringValue().equals(call.type().stringValue());
  }

  private Stream<String> doubtsOfReturns(MethodModel method, Set<String> followed) {
    var body = body(method);
    return IntStream.range(0, body.size()).boxed()
        .filter(at -> body.get(at) instanceof ReturnInstruction)
        .flatMap(at -> doubts(body, at, followed));
  }

  private static List<CodeElement> body(MethodModel method) {
    return method.code().map(code -> code.elementList()).orElse(List.of());
  }

  private static byte[] bytes(JavaClass type) {
    var place = type.getSource().map(Source::getUri)
        .orElseThrow(() -> new IllegalStateException("%s has no class file".formatted(type.getName())));
    try (var file = place.toURL().openStream()) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
