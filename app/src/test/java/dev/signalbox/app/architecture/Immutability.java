package dev.signalbox.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes a type immutable, as far as its class file tells. */
final class Immutability {

    /** Of the JDK, besides {@code java.time} and functions; collections are interfaces, to be filled with copies. */
    private static final Set<Class<?>> FIELD_TYPES = Set.of(
            String.class,
            Boolean.class,
            Integer.class,
            Long.class,
            Double.class,
            Locale.class,
            Pattern.class,
            java.net.URI.class,
            java.math.BigInteger.class,
            java.math.BigDecimal.class,
            Optional.class,
            OptionalInt.class,
            OptionalLong.class,
            List.class,
            Set.class,
            Map.class);

    private Immutability() {}

    /** Nobody can derive a changeable type from it. */
    static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be records, enums, interfaces, abstract or final") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isInterface()
                        || type.isEnum()
                        || type.getModifiers().contains(JavaModifier.FINAL)
                        || type.getModifiers().contains(JavaModifier.ABSTRACT)
                        || type.isAnonymousClass();
                if (!closed) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is open to subclasses"));
                }
            }
        };
    }

    /** Nothing it refers to can be exchanged, nor changed where it stands. */
    static ArchCondition<JavaClass> keepFinalFieldsOfTypesThat(DescribedPredicate<JavaClass> areOurs) {
        return new ArchCondition<>("have only final fields of immutable types") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                        continue;
                    }
                    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is not final"));
                    } else if (!isImmutable(field.getRawType()) && !areOurs.test(field.getRawType())) {
                        events.add(SimpleConditionEvent.violated(
                                field,
                                field.getFullName() + " is a "
                                        + field.getRawType().getSimpleName()));
                    }
                }
            }
        };
    }

    /** A record that has a collection makes its own copy, or another could change it from outside. */
    static ArchCondition<JavaClass> copyTheirCollections() {
        return new ArchCondition<>("copy the collections that records are made with") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.isRecord() && type.getFields().stream().anyMatch(Immutability::isCollection)) {
                    boolean copies = type.getConstructors().stream().anyMatch(Immutability::copies);
                    if (!copies) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " copies no collection"));
                    }
                }
            }
        };
    }

    private static boolean isImmutable(JavaClass type) {
        return type.isPrimitive()
                || type.getPackageName().startsWith("java.time")
                || type.getPackageName().equals("java.util.function")
                || FIELD_TYPES.stream().anyMatch(type::isEquivalentTo);
    }

    private static boolean isCollection(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.STATIC)
                && (field.getRawType().isAssignableTo(Collection.class)
                        || field.getRawType().isAssignableTo(Map.class));
    }

    private static boolean copies(JavaConstructor constructor) {
        return constructor.getCallsFromSelf().stream()
                .map(call -> call.getTarget().getName())
                .anyMatch(name -> name.equals("copyOf") || name.startsWith("unmodifiable"));
    }
}
