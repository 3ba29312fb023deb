package dev.signalbox.app.journey;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the journeys that do not harm it one installation, started once and stopped after the last test. */
final class SharedSignalbox implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedSignalbox.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Signalbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent("shared", key -> started(), Signalbox.class);
    }

    private static Signalbox started() {
        try {
            return Signalbox.start();
        } catch (java.io.IOException | InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
