package dev.signalbox.domain.port.in;

import java.util.Optional;

/**
 * The run that is asked for.
 *
 * @param planOnly the run ends with its plan
 * @param autoApply a plan with changes is confirmed at once
 * @param destroy the plan is one of destruction
 * @param message for people
 */
public record NewRun(boolean planOnly, boolean autoApply, boolean destroy, Optional<String> message) {}
