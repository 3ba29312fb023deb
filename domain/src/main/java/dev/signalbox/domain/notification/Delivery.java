package dev.signalbox.domain.notification;

/**
 * A notification on its way by one channel.
 *
 * @param id unlike that of any other; the same at each attempt, so that a receiver can tell a repetition
 * @param attempts how often it has been tried, this time included; from 1 on
 */
public record Delivery(long id, Notification notification, int attempts) {}
