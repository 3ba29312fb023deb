package dev.signalbox.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;

/** The shape of the whole. */
final class ShapeRules {

    /**
     * A feature is a package of a module, with all below it; what lies in the module's own package is one more. The
     * domain's ports and services are no features: rules of their own say who may know whom.
     */
    static final HouseRule features_are_free_of_cycles =
            house -> slices().assignedFrom(features(house)).should().beFreeOfCycles();

    /** A class elsewhere would be under no rule at all. */
    static final HouseRule every_class_lives_where_a_rule_governs = house -> noClasses()
            .should(ArchCondition.from(not(house.inTheModel()
                            .or(house.in(
                                    "domain.port.in..",
                                    "domain.port.out..",
                                    "domain.service..",
                                    "rest..",
                                    "persistence..",
                                    "ui..",
                                    "app..")))
                    .as("live in a package that no rule governs")));

    /** A rule about a package that is not there forbids nothing, which ArchUnit notices for the rule's subject only. */
    static final HouseRule no_package_is_empty_and_every_rule_names_real_packages =
            house -> all(placesThatAreOrAreNamed(house)).should(beInhabited());

    private record Place(String name, boolean inhabited) {}

    private ShapeRules() {}

    private static SliceAssignment features(House house) {
        DescribedPredicate<JavaClass> ignored = house.outside().or(house.in("domain.port..", "domain.service.."));
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return ignored.test(type) ? SliceIdentifier.ignore() : SliceIdentifier.of(house.featureOf(type));
            }

            @Override
            public String getDescription() {
                return "features";
            }
        };
    }

    private static AbstractClassesTransformer<Place> placesThatAreOrAreNamed(House house) {
        return new AbstractClassesTransformer<>("packages, and types and packages that rules name") {
            @Override
            public Iterable<Place> doTransform(JavaClasses classes) {
                House asked = house.afresh();
                HouseRules.all().values().forEach(rule -> rule.in(asked));
                Set<String> places = new TreeSet<>(asked.askedFor());
                classes.forEach(type -> places.add(type.getPackageName()));
                return places.stream()
                        .map(place -> new Place(place, House.isInhabited(place, classes)))
                        .toList();
            }
        };
    }

    private static ArchCondition<Place> beInhabited() {
        return new ArchCondition<>("be inhabited") {
            @Override
            public void check(Place place, ConditionEvents events) {
                if (!place.inhabited()) {
                    events.add(SimpleConditionEvent.violated(place, place.name() + " has no class"));
                }
            }
        };
    }
}
