package dev.signalbox.app.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The measures of a source file, each shown to measure. */
class JavaSourceTest {

    @Test
    void countsTheLinesOfMethods() {
        assertThat(source("class A {\n  void m() {\n" + "    n();\n".repeat(24) + "  }\n}\n")
                        .oversizes())
                .containsExactly("A.java: method m has 26 lines");
        assertThat(source("class A {\n  void m() {\n" + "    n();\n\n".repeat(23) + "  }\n}\n")
                        .oversizes())
                .isEmpty();
    }

    @Test
    void takesASwitchOverEverythingForATable() {
        String table = "switch (i) {\n" + "    case 1 -> 1;\n".repeat(30) + "  };\n";

        assertThat(source("class A {\n  int m() {\n  return " + table + "  }\n}\n")
                        .oversizes())
                .isEmpty();
        assertThat(source("class A {\n  int m() {\n  n();\n  return " + table + "  }\n}\n")
                        .oversizes())
                .containsExactly("A.java: method m has 35 lines");
    }

    @Test
    void countsTheLinesOfClassesAndRecords() {
        assertThat(source("class A {\n" + "  int i;\n".repeat(199) + "}\n").oversizes())
                .containsExactly("A.java: class A has 201 lines");
        assertThat(source("/**\n * A.\n */\nrecord A(\n  int i) {\n" + "  static int j;\n".repeat(197) + "}\n")
                        .oversizes())
                .isEmpty();
    }

    @Test
    void findsLongLines() {
        assertThat(source("class A {}\n//" + "x".repeat(119)).longLines())
                .containsExactly("A.java:2 has 121 characters");
        assertThat(source("//" + "x".repeat(118)).longLines()).isEmpty();
    }

    @Test
    void wantsASentenceForEveryPackage() {
        assertThat(source("/** Runs. */\npackage a.b;\n").describesPackage()).isTrue();
        assertThat(source("/**\n * Runs.\n *\n * <p>More.\n */\n@NullMarked\npackage a.b;\n\nimport c.NullMarked;\n")
                        .describesPackage())
                .isTrue();
        assertThat(source("package a.b;\n").describesPackage()).isFalse();
        assertThat(source("// Runs.\npackage a.b;\n").describesPackage()).isFalse();
        assertThat(source("/** */\npackage a.b;\n").describesPackage()).isFalse();
    }

    private static JavaSource source(String text) {
        return new JavaSource(Path.of("A.java"), text);
    }
}
