package dev.latchkey.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
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

  private static final String OF_THE_CALLER = "holds a collection of its caller, who may change it";

  /** Owner and beginning of the name of the methods that return unmodifiable collections. */
  private static final List<String> UNMODIFIABLE = List.of(
      "java/util/Collections.empty",
      "java/util/Collections.nCopies",
      "java/util/Collections.singleton",
      "java/util/List.copyOf",
      "java/util/List.of",
      "java/util/Map.copyOf",
      "java/util/Map.of",
      "java/util/Set.copyOf",
      "java/util/Set.of",
      "java/util/stream/Collectors.toUnmodifiable",
      "java/util/stream/Stream.toList");

  /** Methods without a parameter that return a view of their object. */
  private static final Set<String> VIEWS = Set.of("descendingMap", "descendingSet", "entrySet", "keySet",
      "navigableKeySet", "reversed", "sequencedEntrySet", "sequencedKeySet", "sequencedValues", "values");

  /** The code of a method. */
  private record Code(String method, Flow flow) {

    static Code of(MethodModel method, CodeModel code) {
      return new Code(method.methodName().stringValue() + method.methodType().stringValue(), Flow.of(code));
    }

    List<CodeElement> body() {
      return flow.body();
    }
  }

  static CollectionFields of(ClassView type) {
    return new CollectionFields(type, type.model());
  }

  /** Returns a line for each field that is assigned a collection which is not known to be unmodifiable. */
  Stream<String> doubtful() {
    return model.methods().stream().flatMap(this::codeOf).flatMap(
        code -> IntStream.range(0, code.body().size()).boxed().flatMap(at -> doubtfulWrite(code, at)));
  }

  private Stream<Code> codeOf(MethodModel method) {
    return method.code().map(code -> Code.of(method, code)).stream();
  }

  private Stream<String> doubtfulWrite(Code code, int at) {
    if (!(code.body().get(at) instanceof FieldInstruction write) || !isWrite(write)) {
      return Stream.empty();
    }
    var isCollection = COLLECTIONS.contains(write.type().stringValue());
    return type.type().tryGetField(write.name().stringValue()).stream()
        .filter(field -> isCollection || !saysThatItChanges(field))
        .flatMap(field -> doubts(code, at, new HashSet<>())
            .filter(doubt -> isCollection || isCertain(doubt))
            .map(doubt -> type.line(field, doubt)));
  }

  /** Fields of these types are found by the type alone. */
  private static boolean saysThatItChanges(JavaField field) {
    return field.getRawType().isArray() || MutableTypes.include(field.getRawType());
  }

  /** A field of a type other than a collection usually holds none, so that only an object known to change counts. */
  private boolean isCertain(String doubt) {
    return doubt.equals(NEW.formatted("array"))
        || doubt.startsWith("holds a function")
        || mutable().anyMatch(name -> doubt.equals(NEW.formatted(name)));
  }

  /** Returns the names of the mutable types that the class names, also subtypes of those that are known. */
  private Stream<String> mutable() {
    return type.type().getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .filter(MutableTypes::include)
        .map(JavaClass::getName);
  }

  private boolean isWrite(FieldInstruction access) {
    return (access.opcode() == Opcode.PUTFIELD || access.opcode() == Opcode.PUTSTATIC)
        && isOwn(access.owner().asInternalName());
  }

  private boolean isOwn(String owner) {
    return owner.equals(model.thisClass().asInternalName());
  }

  /** Returns what is doubtful about the value on the stack before that element, by each way that leads there. */
  private Stream<String> doubts(Code code, int before, Set<String> followed) {
    var body = code.body();
    var ends = new ArrayList<Integer>();
    var at = before - 1;
    while (at >= 0 && !isSource(body.get(at))) {
      if (body.get(at) instanceof LabelTarget here) {
        ends.addAll(jumpsTo(here.label(), body, before));
      }
      at--;
    }
    var jumps = ends.stream().flatMap(jump -> doubts(code, jump, followed));
    return at < 0 || Flow.leaves(body.get(at)) ? jumps : Stream.concat(doubtsOfSource(code, at, followed), jumps);
  }

  private static boolean isSource(CodeElement element) {
    return element instanceof Instruction
        && !(element instanceof TypeCheckInstruction check && check.opcode() == Opcode.CHECKCAST);
  }

  private static List<Integer> jumpsTo(Label label, List<CodeElement> body, int before) {
    return IntStream.range(0, before).boxed()
        .filter(at -> body.get(at) instanceof BranchInstruction jump
            && Flow.isUnconditional(jump)
            && jump.target().equals(label))
        .toList();
  }

  private Stream<String> doubtsOfSource(Code code, int at, Set<String> followed) {
    return switch (code.body().get(at)) {
      case InvokeInstruction call -> doubtsOfCall(code, at, call, followed);
      case InvokeDynamicInstruction function -> doubtsOfFunction(code, at, function, followed);
      case NewPrimitiveArrayInstruction made -> Stream.of(NEW.formatted("array"));
      case NewReferenceArrayInstruction made -> Stream.of(NEW.formatted("array"));
      case NewMultiArrayInstruction made -> Stream.of(NEW.formatted("array"));
      case ArrayStoreInstruction filled -> Stream.of(NEW.formatted("array"));
      case LoadInstruction load -> doubtsOfVariable(code, at, load.slot(), followed);
      // Another field, which is checked where it is assigned; null; or no collection at all.
      default -> Stream.empty();
    };
  }

  /** A variable can have several values, of which each is followed. */
  private Stream<String> doubtsOfVariable(Code code, int at, int slot, Set<String> followed) {
    if (!followed.add("%s at %d".formatted(code.method(), at))) {
      return Stream.empty();
    }
    return code.flow()
        .lastWrites(at, write -> code.body().get(write) instanceof StoreInstruction store && store.slot() == slot)
        .stream()
        .flatMap(write -> code.body().get(write) instanceof StoreInstruction
            ? doubts(code, write, followed)
            : Stream.of(OF_THE_CALLER));
  }

  private Stream<String> doubtsOfCall(Code code, int at, InvokeInstruction call, Set<String> followed) {
    var owner = call.owner().asInternalName();
    var name = owner + "." + call.name().stringValue();
    if (call.name().stringValue().equals("<init>")) {
      return Stream.of(NEW.formatted(owner.replace('/', '.')));
    }
    if (UNMODIFIABLE.stream().anyMatch(name::startsWith)) {
      return Stream.empty();
    }
    if (name.equals("java/util/stream/Stream.collect")) {
      return doubts(code, at, followed);
    }
    if (name.startsWith("java/util/Collections.unmodifiable")) {
      return ofTheCaller(code, at, followed).map(
          doubt -> "holds an unmodifiable view of a collection of its caller, who may change it");
    }
    var own = model.methods().stream().filter(method -> isOwn(owner) && isCalledBy(call, method)).findFirst();
    if (own.isPresent()) {
      return followed.add(name + call.type().stringValue()) ? doubtsOfReturns(own.get(), followed) : Stream.empty();
    }
    var result = Stream.of("holds the result of %s, which may change".formatted(name.replace('/', '.')));
    return isView(call) ? Stream.concat(result, ofTheCaller(code, at, followed)) : result;
  }

  private static boolean isView(InvokeInstruction call) {
    return call.owner().asInternalName().startsWith("java/util/")
        && VIEWS.contains(call.name().stringValue())
        && call.typeSymbol().parameterCount() == 0;
  }

  private Stream<String> ofTheCaller(Code code, int before, Set<String> followed) {
    return doubts(code, before, followed).filter(OF_THE_CALLER::equals);
  }

  /** A lambda or a method reference keeps what it refers to: its types are the parameters of the instruction. */
  private Stream<String> doubtsOfFunction(
      Code code, int at, InvokeDynamicInstruction function, Set<String> followed) {
    var kept = function.typeSymbol().parameterList();
    var mutable = mutable().toList();
    var certain = kept.stream()
        .filter(part -> part.isArray() || mutable.contains(nameOf(part)))
        .map(part -> "holds a function that keeps %s, which can change"
            .formatted(part.isArray() ? "an array" : nameOf(part)));
    var followable = !kept.isEmpty() && COLLECTIONS.contains(kept.getLast().descriptorString());
    var last = followable
        ? doubts(code, at, followed)
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
    return codeOf(method).flatMap(code -> IntStream.range(0, code.body().size()).boxed()
        .filter(at -> code.body().get(at) instanceof ReturnInstruction)
        .flatMap(at -> doubts(code, at, followed)));
  }
}
