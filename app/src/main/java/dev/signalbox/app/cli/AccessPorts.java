package dev.signalbox.app.cli;

import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.domain.port.in.AccountAdministration;
import dev.signalbox.domain.port.in.TokenAdministration;

/** The inbound ports of the commands about accounts and tokens. */
public record AccessPorts(AccessControl access, AccountAdministration accounts, TokenAdministration tokens) {}
