package dev.signalbox.app.architecture;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A class that breaks rules, and one that looks like it and breaks none.
 *
 * @param violator its name from the root of the house
 * @param twin the innocent's name from the root of the house
 * @param rules all the rules that the violator breaks
 */
record Sample(String violator, String twin, List<HouseRule> rules) {

    static Sample of(String violator, String twin, HouseRule... rules) {
        return new Sample(violator, twin, List.of(rules));
    }

    /** What a complaint about the violator names: the class, or the package that has nothing but a description. */
    String culprit() {
        return violator.replace(".package-info", "");
    }

    Set<String> ruleNames() {
        Set<String> names = new TreeSet<>();
        rules.forEach(rule -> names.add(HouseRules.nameOf(rule)));
        return names;
    }
}
