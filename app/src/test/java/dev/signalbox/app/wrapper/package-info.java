/** Runs {@code bin/signalbox-run}, the CI wrapper, against a stub that speaks the runner protocol. */
package dev.signalbox.app.wrapper;
