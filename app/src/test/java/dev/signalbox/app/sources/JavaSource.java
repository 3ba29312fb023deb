package dev.signalbox.app.sources;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java file as its author sees it.
 *
 * @param path for people
 */
record JavaSource(Path path, String text) {

    /** The most lines of a class, blank ones and the Javadoc before it not counted. */
    static final int MAX_CLASS_LINES = 200;

    /** The most lines of a method or constructor, counted alike; a table, which only switches, is as long as it is. */
    static final int MAX_METHOD_LINES = 25;

    /** The longest line, in characters; but for imports, which cannot be broken. */
    static final int MAX_LINE_LENGTH = 120;

    /** Everything in the file that is too large, one sentence each. */
    List<String> oversizes() {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problem -> {}, List.of("-proc:none"), null, List.of(asFile()));
        try {
            List<String> found = new ArrayList<>();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Sizes(unit, positions, found).scan(unit, null);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines that are too long, by number. */
    List<String> longLines() {
        List<String> lines = text.lines().toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > MAX_LINE_LENGTH && !lines.get(i).startsWith("import ")) {
                found.add(path + ":" + (i + 1) + " has " + lines.get(i).length() + " characters");
            }
        }
        return found;
    }

    /** Tells whether the file is a package's description: a Javadoc comment that is a sentence, and the package. */
    boolean describesPackage() {
        return text.matches("(?s)/\\*\\*\\s.*\\.\\s.*\\*/\\s*(@\\w+\\s+)*package [a-z.]+;\\s*(import [\\w.]+;\\s*)*");
    }

    private JavaFileObject asFile() {
        return new SimpleJavaFileObject(URI.create("string:///" + path.getFileName()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Walks over the file's classes and methods. */
    private final class Sizes extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        Sizes(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            check("class " + type.getSimpleName(), type, MAX_CLASS_LINES);
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (!isTable(method.getBody())) {
                check("method " + method.getName(), method, MAX_METHOD_LINES);
            }
            return super.visitMethod(method, nothing);
        }

        private static boolean isTable(BlockTree body) {
            return body != null
                    && body.getStatements().size() == 1
                    && body.getStatements().getFirst() instanceof ReturnTree result
                    && result.getExpression() instanceof SwitchExpressionTree;
        }

        private void check(String what, Tree tree, int limit) {
            int from = (int) positions.getStartPosition(unit, tree);
            int to = (int) positions.getEndPosition(unit, tree);
            long lines = to < 0
                    ? 0
                    : text.substring(from, to)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .count();
            if (lines > limit) {
                found.add(path + ": " + what + " has " + lines + " lines");
            }
        }
    }
}
