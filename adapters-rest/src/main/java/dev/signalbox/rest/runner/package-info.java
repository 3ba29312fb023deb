/** The runner protocol, as docs/runner-protocol.md tells it. */
package dev.signalbox.rest.runner;
