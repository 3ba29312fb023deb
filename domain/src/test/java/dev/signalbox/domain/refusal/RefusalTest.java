package dev.signalbox.domain.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason for a no is one sentence that names what it is about. */
class RefusalTest {

    static Stream<Class<?>> reasons() {
        return Arrays.stream(Refusal.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void saysASentence(Class<?> reason) throws ReflectiveOperationException {
        Refusal refusal = sample(reason);

        assertThat(refusal.detail()).matches("[A-Za-z].* .*\\.").doesNotContain("..", "null", "  ", "\n");
        assertThat(new Refused(refusal)).hasMessage(refusal.detail());
        assertThat(new Refused(refusal).refusal()).isSameAs(refusal);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotTellWhetherSomethingExists(Subject subject) {
        assertThat(new Refusal.NotFound(subject).detail())
                .isEqualTo("The " + subject.word() + " does not exist, or this token may not do that.");
    }

    @Test
    void speaksGoodEnglishOfNames() {
        assertThat(new Refusal.NameTaken(Subject.ORGANIZATION, "acme").detail())
                .isEqualTo("There is an organization named acme already.");
        assertThat(new Refusal.NameTaken(Subject.WORKSPACE, "network").detail())
                .isEqualTo("There is a workspace named network already.");
    }

    private static Refusal sample(Class<?> reason) throws ReflectiveOperationException {
        RecordComponent[] parts = reason.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(RefusalTest::sampleOf).toArray();
        return (Refusal) reason.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object sampleOf(Class<?> type) {
        if (type == Subject.class) {
            return Subject.RUN;
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == long.class) {
            return 7L;
        }
        return type == int.class ? 7 : "something";
    }
}
