package dev.signalbox.app.client;

import picocli.CommandLine.Command;

/** What there is to know of who did what. */
@Command(name = "audit", description = "List or export what was done on a server, by whom and why.")
final class AuditCommand extends Group {}
