/** The portal over a Signalbox in memory, for tests and for looking at. */
package dev.signalbox.ui.testing;
