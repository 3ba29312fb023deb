package dev.signalbox.app.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/**
 * What Signalbox is made of. Sibling modules are folders or jars, depending on how far the build went; jars are not
 * left out, or all but the application would drop out of every rule unseen.
 */
final class MainClasses {

    private static final Pattern OF_TESTS = Pattern.compile(".*(/test-classes/|-tests\\.jar!/).*");

    private static final JavaClasses ALL =
            new ClassFileImporter().withImportOption(MainClasses::isMain).importPackages("dev.signalbox");

    private MainClasses() {}

    static JavaClasses all() {
        return ALL;
    }

    /** Tells whether the class file is no test's and no fixture's, whether they lie in a folder or in a jar. */
    static boolean isMain(Location location) {
        return !location.matches(OF_TESTS);
    }
}
