package dev.signalbox.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Set;

/** How objects come to know each other in a Spring application. */
final class Wiring {

    /** Annotations, also on annotations, by which a class makes beans or has itself made one. */
    private static final Set<String> OF_CLASSES = Set.of(
            "org.springframework.stereotype.Component",
            "org.springframework.context.annotation.Configuration",
            "org.springframework.context.annotation.Import",
            "org.springframework.context.annotation.ComponentScan",
            "org.springframework.boot.context.properties.ConfigurationProperties",
            "org.springframework.boot.autoconfigure.EnableAutoConfiguration");

    private static final Set<String> OF_MEMBERS = Set.of(
            "org.springframework.context.annotation.Bean",
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    /** Controllers and what advises them. */
    static final DescribedPredicate<JavaClass> ARE_CONTROLLERS = DescribedPredicate.describe(
            "are controllers",
            type -> has(
                    type,
                    Set.of(
                            "org.springframework.stereotype.Controller",
                            "org.springframework.web.bind.annotation.ControllerAdvice")));

    private Wiring() {}

    /** The class makes beans, has itself made one, or has a member that Spring is to fill. */
    static ArchCondition<JavaClass> wire() {
        return ArchCondition.from(DescribedPredicate.<JavaClass>describe(
                "wire",
                type -> has(type, OF_CLASSES) || type.getMembers().stream().anyMatch(Wiring::isWired)));
    }

    /** The field is filled behind the constructor's back. */
    static ArchCondition<JavaField> beInjected() {
        return ArchCondition.from(DescribedPredicate.<JavaField>describe("be injected", Wiring::isWired));
    }

    private static boolean isWired(JavaMember member) {
        return has(member, OF_MEMBERS);
    }

    private static boolean has(CanBeAnnotated place, Set<String> annotations) {
        return annotations.stream().anyMatch(name -> place.isAnnotatedWith(name) || place.isMetaAnnotatedWith(name));
    }
}
