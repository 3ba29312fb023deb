package dev.signalbox.domain.attention;

import dev.signalbox.domain.run.RunId;

/**
 * What is told once when it begins: that of this run there is evidence of one kind. Another kind is another problem.
 *
 * @param kind as {@link Attention#kind} has it
 */
public record Problem(RunId run, String kind) {}
