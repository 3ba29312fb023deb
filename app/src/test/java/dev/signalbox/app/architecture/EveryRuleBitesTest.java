package dev.signalbox.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule can fail. The package {@code broken} is a small house of the same shape as Signalbox: let one violator in,
 * and exactly the rules that it breaks fail, and name it; with its innocent twin alone, none does.
 */
class EveryRuleBitesTest {

    private static final House BROKEN = new House("broken");

    private static final JavaClasses ALL = new ClassFileImporter().importPackages("broken");

    private static final List<Sample> SAMPLES = Samples.ALL;

    @TestFactory
    Stream<DynamicTest> every_rule_bites() {
        return SAMPLES.stream()
                .map(sample -> dynamicTest(sample.violator(), () -> {
                    JavaClasses house = ALL.that(areInnocent().or(BROKEN.type(sample.violator())));

                    assertThat(rulesBrokenIn(house)).isEqualTo(sample.ruleNames());
                    for (HouseRule rule : sample.rules()) {
                        assertThat(complaints(rule, house))
                                .allMatch(line -> line.contains("broken." + sample.culprit()));
                    }
                }));
    }

    @Test
    void no_rule_bites_the_innocent() {
        assertThat(rulesBrokenIn(ALL.that(areInnocent()))).isEmpty();
    }

    @Test
    void misses_a_package_that_rules_name_and_nobody_lives_in() {
        JavaClasses house = ALL.that(areInnocent().and(not(BROKEN.in("persistence.jooq.."))));

        HouseRule rule = ShapeRules.no_package_is_empty_and_every_rule_names_real_packages;
        assertThat(rulesBrokenIn(house)).containsExactly(HouseRules.nameOf(rule));
        assertThat(complaints(rule, house)).containsExactly("broken.persistence.jooq.. has no class");
    }

    @Test
    void misses_a_type_that_rules_name_and_that_is_not_there() {
        JavaClasses house = ALL.that(areInnocent().and(not(BROKEN.type("app.security.SecurityConfiguration"))));

        HouseRule rule = ShapeRules.no_package_is_empty_and_every_rule_names_real_packages;
        assertThat(complaints(rule, house)).containsExactly("broken.app.security.SecurityConfiguration has no class");
    }

    @Test
    void every_rule_is_broken_by_somebody_who_breaks_no_other() {
        Set<String> bitten = SAMPLES.stream()
                .filter(sample -> sample.rules().size() == 1)
                .flatMap(sample -> sample.ruleNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(bitten).isEqualTo(new TreeSet<>(HouseRules.all().keySet()));
    }

    @Test
    void every_violator_and_every_twin_is_there() {
        List<String> there = ALL.stream().map(JavaClass::getName).toList();

        assertThat(SAMPLES.stream().flatMap(sample -> Stream.of(sample.violator(), sample.twin())))
                .allMatch(name -> there.contains("broken." + name));
    }

    private static DescribedPredicate<JavaClass> areInnocent() {
        return DescribedPredicate.describe(
                "are innocent",
                type -> SAMPLES.stream()
                        .noneMatch(sample -> BROKEN.type(sample.violator()).test(type)));
    }

    private static Set<String> rulesBrokenIn(JavaClasses house) {
        return HouseRules.all().entrySet().stream()
                .filter(rule -> !complaints(rule.getValue(), house).isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> complaints(HouseRule rule, JavaClasses house) {
        return rule.in(BROKEN).evaluate(house).getFailureReport().getDetails();
    }
}
