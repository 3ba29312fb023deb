/** A workspace: the place in which one run at a time may change one state, its queue, lock and hold. */
package dev.signalbox.domain.workspace;
