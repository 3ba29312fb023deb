package dev.signalbox.app.client;

import picocli.CommandLine.Command;

/** What there is to do about runs. */
@Command(name = "runs", description = "List, show, watch and end the runs of a server, here or elsewhere.")
final class RunsCommand extends Group {}
