package dev.signalbox.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.lang.CompositeArchRule;

/** Where each framework is at home. */
final class TechnologyRules {

    static final HouseRule jooq_stays_in_persistence = house -> noClasses()
            .that(not(house.in("persistence..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.jooq.."));

    /** The application lets the portal's sign-in hook into its filter chain, in that one class. */
    static final HouseRule vaadin_stays_in_the_web_ui = house -> noClasses()
            .that(not(house.in("ui..").or(house.type("app.security.SecurityConfiguration"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.vaadin.."));

    static final HouseRule spring_mvc_stays_in_rest = house -> noClasses()
            .that(not(house.in("rest..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.springframework.web.bind..",
                    "org.springframework.web.method..",
                    "org.springframework.web.servlet..",
                    "org.springframework.web.context.request.."));

    /**
     * The REST adapter's controllers and advices are found by annotation, and one configuration, excepted by name,
     * tells Spring MVC of its other parts, since Spring MVC may not leave the adapter. All else the application makes.
     */
    static final HouseRule only_app_wires = house -> CompositeArchRule.of(noClasses()
                    .that(not(house.in("app..")))
                    .and(not(house.in("rest..").and(Wiring.ARE_CONTROLLERS)))
                    .and(not(house.type("rest.RestConfiguration")))
                    .should(Wiring.wire()))
            .and(noFields().should(Wiring.beInjected()));

    /** The portal runs on Vaadin's bundle as shipped: whatever needs a bundle of its own would break every build. */
    static final HouseRule no_frontend_build_is_triggered = house -> noClasses().should(FrontendBuild.beTriggered());

    private TechnologyRules() {}
}
