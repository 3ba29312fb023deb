package dev.signalbox.domain.port.in;

/**
 * What a runner is told of a chunk of the log.
 *
 * @param size how many bytes of the log are kept now
 */
public record LogReceipt(RunnerReceipt runner, long size) {}
