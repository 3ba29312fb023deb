package dev.signalbox.app.architecture;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rules, by name; found by reflection, so that none can be written and left out. */
final class HouseRules {

    /** The classes that hold the rules, each a constant whose name is the sentence. */
    static final List<Class<?>> HOLDERS =
            List.of(DomainRules.class, PortRules.class, AdapterRules.class, TechnologyRules.class, ShapeRules.class);

    private HouseRules() {}

    /** Every rule, in the order in which they are written down. */
    static Map<String, HouseRule> all() {
        Map<String, HouseRule> rules = new LinkedHashMap<>();
        for (Class<?> holder : HOLDERS) {
            for (Field field : holder.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && HouseRule.class.isAssignableFrom(field.getType())) {
                    rules.put(field.getName(), read(field));
                }
            }
        }
        return Collections.unmodifiableMap(rules);
    }

    /** The name of a rule: the sentence. */
    static String nameOf(HouseRule rule) {
        return all().entrySet().stream()
                .filter(entry -> entry.getValue() == rule)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static HouseRule read(Field field) {
        try {
            return (HouseRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
