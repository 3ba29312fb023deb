/** Wiring and start-up: the one place that knows every part. */
package dev.signalbox.app;
