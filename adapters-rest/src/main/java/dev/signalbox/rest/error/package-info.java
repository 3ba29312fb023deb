/** What a client is told when something is refused: one table from reasons to HTTP statuses and error objects. */
package dev.signalbox.rest.error;
