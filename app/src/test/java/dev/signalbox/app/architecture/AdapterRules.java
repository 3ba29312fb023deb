package dev.signalbox.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.lang.invoke.SerializedLambda;
import java.util.List;

/** Whom the adapters may talk to. */
final class AdapterRules {

    /** No files and no database: of the JDK, an adapter that is called needs what passes texts and bytes on. */
    private static final DescribedPredicate<JavaClass> THE_JDK_OF_INBOUND_ADAPTERS = resideInAnyPackage(
            "java.lang",
            "java.lang.annotation",
            "java.util..",
            "java.time..",
            "java.text",
            "java.io",
            "java.net",
            "java.nio",
            "java.nio.charset",
            "java.security",
            "org.jspecify..",
            "org.slf4j..");

    private static final DescribedPredicate<JavaClass> THE_FRAMEWORKS_OF_THE_WEB_UI = resideInAnyPackage(
            "com.vaadin..",
            "jakarta.annotation..",
            "jakarta.servlet..",
            "org.springframework.beans..",
            "org.springframework.context..",
            "org.springframework.core..",
            "org.springframework.security..");

    /** The compiler puts it into every class with a serializable lambda, of which Vaadin's listeners are made. */
    private static final DescribedPredicate<JavaClass> WHAT_LISTENERS_COMPILE_TO = type(SerializedLambda.class);

    private static final DescribedPredicate<JavaClass> THE_FRAMEWORKS_OF_THE_REST_ADAPTER = resideInAnyPackage(
            "jakarta.servlet..",
            "org.apache.commons.csv",
            "org.springframework.beans..",
            "org.springframework.boot.web.servlet",
            "org.springframework.context..",
            "org.springframework.core..",
            "org.springframework.http..",
            "org.springframework.stereotype",
            "org.springframework.util..",
            "org.springframework.validation..",
            "org.springframework.web..",
            "org.yaml.snakeyaml",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation");

    static final HouseRule the_web_ui_talks_only_to_inbound_ports = house -> classes()
            .that(house.in("ui.."))
            .should()
            .onlyDependOnClassesThat(house.in("ui..", "domain.port.in..")
                    .or(house.inTheModel())
                    .or(THE_FRAMEWORKS_OF_THE_WEB_UI)
                    .or(WHAT_LISTENERS_COMPILE_TO)
                    .or(THE_JDK_OF_INBOUND_ADAPTERS)
                    .as("are of the web UI, the model, the inbound ports, or what a web UI is made with"));

    static final HouseRule the_rest_adapter_talks_only_to_inbound_ports = house -> classes()
            .that(house.in("rest.."))
            .should()
            .onlyDependOnClassesThat(house.in("rest..", "domain.port.in..")
                    .or(house.inTheModel())
                    .or(THE_FRAMEWORKS_OF_THE_REST_ADAPTER)
                    .or(THE_JDK_OF_INBOUND_ADAPTERS)
                    .as("are of the REST adapter, the model, the inbound ports, or what a REST adapter is made with"));

    /** Of the domain it knows the model and the outbound ports; of it, the application alone knows its one door. */
    static final HouseRule persistence_implements_outbound_ports_and_is_called_by_nobody =
            house -> CompositeArchRule.of(List.of(
                    noClasses()
                            .that(not(house.in("persistence..", "app..")))
                            .should()
                            .dependOnClassesThat(house.in("persistence..")),
                    noClasses()
                            .that(house.in("app.."))
                            .should()
                            .dependOnClassesThat(house.in("persistence..")
                                    .and(not(house.in("persistence.jooq..").or(house.type("persistence.Persistence"))))
                                    .as("are of persistence, but not its door")),
                    noClasses()
                            .that(house.in("persistence.."))
                            .should()
                            .dependOnClassesThat(house.in("domain..")
                                    .and(not(house.inTheModel().or(house.in("domain.port.out.."))))
                                    .as("are of the domain, but neither of the model nor outbound ports")),
                    classes()
                            .that(house.in("persistence.."))
                            .and(simpleNameStartingWith("Jooq"))
                            .should(Ports.implementOneThat(house.in("domain.port.out..")))));

    static final HouseRule adapters_do_not_know_each_other =
            house -> CompositeArchRule.of(stranger(house, "rest..", "persistence..", "ui.."))
                    .and(stranger(house, "persistence..", "rest..", "ui.."))
                    .and(stranger(house, "ui..", "rest..", "persistence.."));

    static final HouseRule generated_code_is_used_only_by_its_neighbours = house -> noClasses()
            .that(not(house.in("persistence..")))
            .should()
            .dependOnClassesThat(house.in("persistence.jooq.."));

    static final HouseRule json_api_primitives_do_not_know_the_domain =
            house -> noClasses().that(house.in("rest.jsonapi..")).should().dependOnClassesThat(house.in("domain.."));

    private AdapterRules() {}

    private static ArchRule stranger(House house, String adapter, String... others) {
        return noClasses().that(house.in(adapter)).should().dependOnClassesThat(house.in(others));
    }
}
