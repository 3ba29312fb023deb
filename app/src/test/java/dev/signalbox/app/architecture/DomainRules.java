package dev.signalbox.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.net.URI;
import java.time.InstantSource;

/** What the domain may know, and what it must be. */
final class DomainRules {

    /** Enough to think with: no files, no network, no reflection, no threads. */
    private static final DescribedPredicate<JavaClass> THE_JDK_OF_THE_DOMAIN = resideInAnyPackage(
                    "java.lang",
                    "java.lang.annotation",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    "java.time..",
                    "java.math")
            .or(type(URI.class))
            .as("are of the JDK's language, collections, time and numbers");

    static final HouseRule the_domain_depends_only_on_the_jdk = house -> classes()
            .that(house.in("domain.."))
            .should()
            .onlyDependOnClassesThat(house.in("domain..").or(THE_JDK_OF_THE_DOMAIN));

    static final HouseRule the_domain_reads_no_clock_and_rolls_no_dice = house -> noClasses()
            .that(house.in("domain.."))
            .should()
            .accessTargetWhere(ClockAndDice.ARE_READ)
            .orShould()
            .dependOnClassesThat(ClockAndDice.ARE_KEPT);

    /** Services read the time and hand it on; to everything else it comes in as an argument. */
    static final HouseRule only_services_know_the_source_of_time = house -> noClasses()
            .that(house.in("domain..").and(not(house.in("domain.service.."))))
            .should()
            .dependOnClassesThat(type(InstantSource.class));

    /**
     * Every type stays as it was made, but the draft of a run, which is never seen outside the move that makes it. Bytes
     * need an array, so that one type keeps one, and copies it in and out.
     */
    static final HouseRule domain_types_are_immutable = house -> classes()
            .that(house.in("domain..")
                    .and(not(house.type("domain.run.RunDraft")))
                    .and(not(house.type("domain.run.LogBytes"))))
            .should(Immutability.beClosed())
            .andShould(Immutability.keepFinalFieldsOfTypesThat(house.in("domain..")));

    static final HouseRule domain_records_copy_their_collections = house -> classes()
            .that(house.inTheModel().or(house.in("domain.port..")))
            .should(Immutability.copyTheirCollections());

    /** Everyone else gets runs from a port. */
    static final HouseRule only_the_domain_and_persistence_build_runs = house -> noClasses()
            .that(not(house.in("domain..", "persistence..")))
            .should()
            .accessTargetWhere(constructs(house.type("domain.run.Run")));

    static final HouseRule the_model_does_not_know_ports_or_services = house -> classes()
            .that(house.inTheModel())
            .should()
            .onlyDependOnClassesThat(house.inTheModel().or(house.outside()));

    private DomainRules() {}

    private static DescribedPredicate<JavaAccess<?>> constructs(DescribedPredicate<JavaClass> type) {
        return DescribedPredicate.describe(
                "construct classes that " + type.getDescription(),
                access -> type.test(access.getTargetOwner())
                        && access.getTarget().getName().equals(JavaConstructor.CONSTRUCTOR_NAME));
    }
}
