package dev.signalbox.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Calendar;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Everything in the JDK that tells the time or rolls dice without being given it. */
final class ClockAndDice {

    /** By the class that has them, members whose answer depends on when or how often they are asked. */
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.lang.Math", Set.of("random"),
            "java.lang.StrictMath", Set.of("random"),
            "java.time.InstantSource", Set.of("system"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.util.Date", Set.of("<init>"),
            "java.util.Collections", Set.of("shuffle"));

    /** Calls, and references to methods, that read a clock or roll dice; {@code now} of any type of time. */
    static final DescribedPredicate<JavaAccess<?>> ARE_READ =
            DescribedPredicate.describe("a clock or dice", ClockAndDice::isRead);

    /** Types whose very use is a clock or dice; an {@link java.time.InstantSource} that is handed in is neither. */
    static final DescribedPredicate<JavaClass> ARE_KEPT = assignableTo(Clock.class)
            .or(assignableTo(Calendar.class))
            .or(assignableTo(RandomGenerator.class))
            .as("are clocks or dice");

    private ClockAndDice() {}

    private static boolean isRead(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String member = access.getTarget().getName();
        return MEMBERS.getOrDefault(owner, Set.of()).contains(member)
                || owner.startsWith("java.time.") && (member.equals("now") || member.equals("dateNow"));
    }
}
