package dev.signalbox.app.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** A rule, in words that hold for any house of the same shape: for Signalbox as for the samples that break it. */
@FunctionalInterface
interface HouseRule {

    /** The rule, with its packages where the house has them. */
    ArchRule in(House house);
}
