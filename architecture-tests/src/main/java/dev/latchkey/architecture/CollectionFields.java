package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values that a class assigns to its fields and that can change although the type of the field does not say so, read
 * from its byte code.
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

  private static final String NEW = "holds a new %s, which can change";

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
    return new CollectionFields(type, type.model());
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
    var isCollection = COLLECTIONS.contains(write.type().stringValue());
    return type.type().tryGetField(write.name().stringValue()).stream()
        .filter(field -> isCollection || !saysThatItChanges(field))
        .flatMap(field -> doubts(body, at, new HashSet<>())
            .filter(doubt -> isCollection || isCertain(doubt))
            .map(doubt -> type.line(field, doubt)));
  }

  /** Fields of these types are found by the type alone. */
  private static boolean saysThatItChanges(JavaField field) {
    return field.getRawType().isArray() || MutableTypes.include(field.getRawType());
  }

  /** A field of a type other than a collection usually holds none, so that only an object known to change counts. */
  private static boolean isCertain(String doubt) {
    return doubt.equals(NEW.formatted("array"))
        || doubt.startsWith("holds a function")
        || MutableTypes.NAMES.stream().anyMatch(name -> doubt.equals(NEW.formatted(name)));
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
      case InvokeDynamicInstruction function -> doubtsOfFunction(body, at, function, followed);
      case NewPrimitiveArrayInstruction made -> Stream.of(NEW.formatted("array"));
      case NewReferenceArrayInstruction made -> Stream.of(NEW.formatted("array"));
      case NewMultiArrayInstruction made -> Stream.of(NEW.formatted("array"));
      case ArrayStoreInstruction filled -> Stream.of(NEW.formatted("array"));
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
      return Stream.of(NEW.formatted(owner.replace('/', '.')));
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

  /** A lambda or a method reference keeps what it refers to: its types are the parameters of the instruction. */
  private Stream<String> doubtsOfFunction(
      List<CodeElement> body, int at, InvokeDynamicInstruction function, Set<String> followed) {
    var kept = function.typeSymbol().parameterList();
    var certain = kept.stream()
        .filter(part -> part.isArray() || MutableTypes.NAMES.contains(nameOf(part)))
        .map(part -> "holds a function that keeps %s, which can change"
            .formatted(part.isArray() ? "an array" : nameOf(part)));
    var followable = !kept.isEmpty() && COLLECTIONS.contains(kept.getLast().descriptorString());
    var last = followable
        ? doubts(body, at, followed)
            .filter(doubt -> doubt.startsWith("holds a new "))
            .map(doubt -> doubt.replace("holds a new ", "holds a function that keeps a new "))
        : Stream.<String>empty();
    return Stream.concat(certain, last);
  }

  private static String nameOf(ClassDesc part) {
    return part.isClassOrInterface() ? part.packageName() + "." + part.displayName() : part.displayName();
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
}
