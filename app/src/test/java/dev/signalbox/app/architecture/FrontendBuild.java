package dev.signalbox.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.theme.Theme;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** What makes Vaadin's plug-in build a bundle of the application's own, for which it fetches Node and npm packages. */
final class FrontendBuild {

    /** Each of them alone, and the containers that repeating them makes; the deprecated theme still needs a bundle. */
    @SuppressWarnings("deprecation")
    private static final Set<Class<?>> TRIGGERS = Set.of(
            JsModule.class,
            JsModule.Container.class,
            CssImport.class,
            CssImport.Container.class,
            NpmPackage.class,
            NpmPackage.Container.class,
            Theme.class);

    private FrontendBuild() {}

    /** The class has an annotation that needs a bundle. */
    static ArchCondition<JavaClass> beTriggered() {
        return ArchCondition.from(DescribedPredicate.<JavaClass>describe(
                "trigger a frontend build",
                type -> type.getAnnotations().stream().anyMatch(FrontendBuild::triggers)));
    }

    private static boolean triggers(JavaAnnotation<?> annotation) {
        JavaClass type = annotation.getRawType();
        return TRIGGERS.stream().anyMatch(type::isEquivalentTo)
                || scripts(annotation).anyMatch(script -> !isServed(script));
    }

    private static Stream<String> scripts(JavaAnnotation<?> annotation) {
        if (annotation.getRawType().isEquivalentTo(JavaScript.class)) {
            return annotation.get("value").stream().map(String.class::cast);
        }
        if (annotation.getRawType().isEquivalentTo(JavaScript.Container.class)) {
            return annotation.get("value").stream()
                    .flatMap(contained -> Arrays.stream((JavaAnnotation<?>[]) contained))
                    .flatMap(FrontendBuild::scripts);
        }
        return Stream.empty();
    }

    /** A script with a URL is fetched by the browser as it is; every other one is taken for a module to bundle. */
    private static boolean isServed(String script) {
        return script.startsWith("context://") || script.startsWith("base://") || script.matches("https?://.*");
    }
}
