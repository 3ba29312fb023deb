package dev.signalbox.app.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A command that lists the server's resources as they are, one a line. */
abstract class ResourceListCommand extends ListCommand<Fields> {

    ResourceListCommand(ClientContext context) {
        super(context);
    }

    @Override
    final List<Fields> items(Reply page) {
        return page.fields().list("data");
    }

    @Override
    final String id(Fields one) {
        return one.text("id").orElse(Fields.UNKNOWN);
    }

    @Override
    final JsonNode json(Fields one) {
        return one.node();
    }
}
