package dev.signalbox.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;

/** What it means to implement a port. */
final class Ports {

    private Ports() {}

    /** At least one interface of those is implemented, directly or not. */
    static ArchCondition<JavaClass> implementOneThat(DescribedPredicate<JavaClass> isPort) {
        return ArchCondition.from(DescribedPredicate.<JavaClass>describe(
                "implement an interface that " + isPort.getDescription(),
                type -> type.getAllRawInterfaces().stream().anyMatch(isPort)));
    }
}
