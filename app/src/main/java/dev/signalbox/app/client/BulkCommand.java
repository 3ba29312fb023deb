package dev.signalbox.app.client;

import picocli.CommandLine.Command;

/** What there is to do about many runs at once. */
@Command(name = "bulk", description = "Force many runs of a server to an end at once, and see what became of each.")
final class BulkCommand extends Group {}
