package dev.signalbox.domain.port.out;

/** All that has to be known, besides the time, to judge which runs need attention. */
public record AttentionSources(WatchedRuns watched, ChosenSettings settings, Listening listening) {}
