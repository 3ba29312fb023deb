package dev.signalbox.domain.run;

/** A run on its way out, and where it stands in the list it is taken from. */
public record ExportedRun(RunOverview.Row row, RunPosition position) {}
