package dev.latchkey.contracts;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A sentence of the documentation of the driven ports, as the compiler reads it from their sources.
 *
 * @param member the type, method or constant that it is said of, as in {@code Adding.ADDED} or {@code find(KeyId)}
 */
record Said(String port, String member, String sentence) {

  private static final Path PORTS = Path.of("../application/src/main/java/dev/latchkey/application/port/out");

  /** Everything that is said, in the order of the sources. */
  static List<Said> everything() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Said> everything = new ArrayList<>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task = (JavacTask) compiler
          .getTask(null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources()));
      for (CompilationUnitTree unit : task.parse()) {
        new Reader(DocTrees.instance(task), everything).scan(unit, null);
      }
    }
    return everything;
  }

  private static Collection<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(PORTS)) {
      return files.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
    }
  }

  /** Goes through the types, and knows in which one it is. */
  private static final class Reader extends TreePathScanner<Void, Void> {

    private final DocTrees trees;
    private final List<Said> everything;
    private final Deque<String> types = new ArrayDeque<>();

    Reader(DocTrees trees, List<Said> everything) {
      this.trees = trees;
      this.everything = everything;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      types.addLast(type.getSimpleName().toString());
      say(types.size() == 1 ? type.getSimpleName().toString() : within(""));
      super.visitClass(type, nothing);
      types.removeLast();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      String parameters = method.getParameters()
          .stream()
          .map(parameter -> parameter.getType().toString())
          .collect(Collectors.joining(", ", "(", ")"));
      say(within(method.getName() + parameters));
      return null;
    }

    @Override
    public Void visitVariable(VariableTree constant, Void nothing) {
      say(within(constant.getName().toString()));
      return null;
    }

    private String within(String name) {
      return Stream.concat(types.stream().skip(1), Stream.of(name).filter(said -> !said.isEmpty()))
          .collect(Collectors.joining("."));
    }

    private void say(String member) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        sentences("", comment.getFullBody(), member);
        for (DocTree tag : comment.getBlockTags()) {
          switch (tag) {
            case ParamTree it -> sentences("@param " + it.getName() + " ", it.getDescription(), member);
            case ReturnTree it -> sentences("@return ", it.getDescription(), member);
            case ThrowsTree it -> sentences("@throws " + it.getExceptionName() + " ", it.getDescription(), member);
            default -> throw new IllegalStateException("A port says something with a tag of another kind: " + tag);
          }
        }
      }
    }

    private void sentences(String tag, List<? extends DocTree> words, String member) {
      String text = words.stream().map(Reader::text).collect(Collectors.joining()).replaceAll("\\s+", " ");
      BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
      ends.setText(text);
      int begin = ends.first();
      for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
        everything.add(new Said(types.getFirst(), member, tag + text.substring(begin, end).strip()));
        begin = end;
      }
    }

    private static String text(DocTree word) {
      return switch (word) {
        case TextTree it -> it.getBody();
        case LiteralTree it -> it.getBody().getBody();
        case LinkTree it -> it.getReference().getSignature().replaceFirst("^#", "");
        default -> throw new IllegalStateException("A port says something in a way that is not read: " + word);
      };
    }
  }
}
