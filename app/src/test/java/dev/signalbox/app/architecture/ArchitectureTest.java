package dev.signalbox.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Signalbox keeps the rules of its house. */
class ArchitectureTest {

    private static final House SIGNALBOX = new House("dev.signalbox");

    @TestFactory
    Stream<DynamicTest> every_rule_is_kept() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> dynamicTest(
                        rule.getKey(), () -> rule.getValue().in(SIGNALBOX).check(MainClasses.all())));
    }

    /** A rule that is written down anywhere in the tests is one of those that are run. */
    @Test
    void every_rule_is_run() {
        List<String> written = new ClassFileImporter()
                .withImportOption(location -> !MainClasses.isMain(location)).importPackages("dev.signalbox").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> isRule(field.getRawType()))
                        .map(JavaField::getFullName)
                        .toList();

        List<String> run = HouseRules.HOLDERS.stream()
                .flatMap(holder -> HouseRules.all().keySet().stream()
                        .map(rule -> holder.getName() + "." + rule)
                        .filter(written::contains))
                .toList();
        assertThat(run)
                .containsExactlyInAnyOrderElementsOf(written)
                .hasSize(HouseRules.all().size());
        assertThat(HouseRules.all().keySet()).allMatch(name -> name.matches("[a-z]+(_[a-z]+)+"), "is a sentence");
    }

    @Test
    void looksAtMainClassesInFoldersAndJarsAndAtNoTests() {
        assertAll(
                () -> assertThat(isMain("file:/s/domain/target/classes/dev/signalbox/A.class"))
                        .isTrue(),
                () -> assertThat(isMain("jar:file:/s/domain-1.jar!/dev/signalbox/A.class"))
                        .isTrue(),
                () -> assertThat(isMain("file:/s/domain/target/test-classes/dev/signalbox/A.class"))
                        .isFalse(),
                () -> assertThat(isMain("jar:file:/s/domain-1-tests.jar!/dev/signalbox/A.class"))
                        .isFalse(),
                () -> assertThat(MainClasses.all().stream().map(JavaClass::getPackageName))
                        .noneMatch(name -> name.startsWith("dev.signalbox.domain.testing")));
    }

    private static boolean isMain(String location) {
        return MainClasses.isMain(Location.of(URI.create(location)));
    }

    private static boolean isRule(JavaClass type) {
        return type.isAssignableTo(HouseRule.class) || type.isAssignableTo(ArchRule.class);
    }
}
