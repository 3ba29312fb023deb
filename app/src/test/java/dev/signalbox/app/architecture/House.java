package dev.signalbox.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where the packages of a house are, under its root; keeps account of every place that is asked for, so that a rule
 * that names a place nobody lives in is found out.
 */
final class House {

    private static final String[] MODEL = {
        "domain",
        "domain.run..",
        "domain.queue..",
        "domain.workspace..",
        "domain.organization..",
        "domain.access..",
        "domain.audit..",
        "domain.bulk..",
        "domain.notification..",
        "domain.refusal..",
        "domain.page..",
        "domain.settings..",
        "domain.attention.."
    };

    private final String root;
    private final Set<String> askedFor = new LinkedHashSet<>();

    House(String root) {
        this.root = root;
    }

    /** The same house, of which nothing has been asked yet. */
    House afresh() {
        return new House(root);
    }

    /** Classes in the packages, named from the root in ArchUnit's way: {@code a.b} alone, {@code a.b..} and below. */
    DescribedPredicate<JavaClass> in(String... packages) {
        String[] whole = Arrays.stream(packages).map(this::whole).toArray(String[]::new);
        askedFor.addAll(Arrays.asList(whole));
        return resideInAnyPackage(whole);
    }

    /** Classes of the model: what the domain is made of but for its ports and services. */
    DescribedPredicate<JavaClass> inTheModel() {
        return in(MODEL).as("are of the model");
    }

    /** Classes of somebody else. */
    DescribedPredicate<JavaClass> outside() {
        return not(resideInAPackage(root + "..")).as("are outside the house");
    }

    /** The type with that name from the root, and what is nested in it. */
    DescribedPredicate<JavaClass> type(String name) {
        String whole = whole(name);
        askedFor.add(whole);
        return DescribedPredicate.describe(
                "are " + whole,
                type -> type.getName().equals(whole) || type.getName().startsWith(whole + "$"));
    }

    /** The class's module and, after a blank, its feature: the first two packages from the root, if there are two. */
    String featureOf(JavaClass type) {
        String[] parts = type.getPackageName().substring(root.length()).split("\\.", -1);
        return (parts.length > 1 ? parts[1] : "") + " " + (parts.length > 2 ? parts[2] : "");
    }

    /** Every place that was asked for: packages in ArchUnit's way, types by name. */
    Set<String> askedFor() {
        return Collections.unmodifiableSet(askedFor);
    }

    /** Tells whether anybody lives in the place, named as in {@link #askedFor()}; a package's description does not. */
    static boolean isInhabited(String place, JavaClasses classes) {
        return classes.stream()
                .filter(type -> !isPackageInfo(type))
                .anyMatch(type ->
                        type.getName().equals(place) || resideInAPackage(place).test(type));
    }

    /** Tells whether the class file is what a {@code package-info.java} leaves behind. */
    static boolean isPackageInfo(JavaClass type) {
        return type.getSimpleName().equals("package-info");
    }

    private String whole(String place) {
        return root + "." + place;
    }
}
