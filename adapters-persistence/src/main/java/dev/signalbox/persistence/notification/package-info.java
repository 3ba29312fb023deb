/** Notifications that wait in the database until they are delivered. */
package dev.signalbox.persistence.notification;
