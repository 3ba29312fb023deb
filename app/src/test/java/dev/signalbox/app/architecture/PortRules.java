package dev.signalbox.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.RECORDS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.TOP_LEVEL_CLASSES;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.CompositeArchRule;

/** Where the domain is entered and left. That ports speak domain and JDK types only follows from the domain's rules. */
final class PortRules {

    static final HouseRule ports_are_interfaces_or_records = house -> classes()
            .that(house.in("domain.port.."))
            .should(ArchCondition.from(INTERFACES.or(RECORDS)).as("be interfaces or records"));

    static final HouseRule inbound_ports_do_not_know_outbound_ports = house -> CompositeArchRule.of(noClasses()
                    .that(house.in("domain.port.in.."))
                    .should()
                    .dependOnClassesThat(house.in("domain.port.out..")))
            .and(noClasses()
                    .that(house.in("domain.port.out.."))
                    .should()
                    .dependOnClassesThat(house.in("domain.port.in..")));

    /** Only the application, which makes them, knows the services; and each that it can see is one of a port. */
    static final HouseRule services_are_reached_only_through_inbound_ports = house -> CompositeArchRule.of(noClasses()
                    .that(not(house.in("domain.service..", "app..")))
                    .should()
                    .dependOnClassesThat(house.in("domain.service..")))
            .and(classes()
                    .that(house.in("domain.service.."))
                    .and(TOP_LEVEL_CLASSES)
                    .and(modifier(JavaModifier.PUBLIC))
                    .should(Ports.implementOneThat(house.in("domain.port.in.."))));

    private PortRules() {}
}
