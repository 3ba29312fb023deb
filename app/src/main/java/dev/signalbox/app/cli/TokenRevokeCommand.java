package dev.signalbox.app.cli;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.ApiTokenId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a token. */
@Command(name = "revoke", description = "Revoke a token; it is refused from the next request on.")
final class TokenRevokeCommand extends AccessCommand {

    @Parameters(paramLabel = "ID", description = "The token's ID, as token list shows it: at-…")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    TokenRevokeCommand(CommandContext context) {
        super(context);
    }

    @Override
    void check() {
        tokenId();
    }

    private ApiTokenId tokenId() {
        // What was typed is not repeated: it may be the token itself.
        return ApiTokenId.parse(id)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "That is no token ID: token list shows them, they begin with at-."));
    }

    @Override
    void act(AccessPorts ports, Terminal terminal) {
        ports.tokens().revoke(tokenId(), Actor.atTheServer());
        terminal.say("Token " + id + " is revoked.");
    }
}
