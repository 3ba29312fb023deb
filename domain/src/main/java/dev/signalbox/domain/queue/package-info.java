/** A run where it stands: in the queue of its workspace, with what it waits for. */
package dev.signalbox.domain.queue;
