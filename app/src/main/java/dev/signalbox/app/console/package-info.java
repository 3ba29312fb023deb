/** What a person at the terminal is told: progress, and the one sentence of a failure. */
package dev.signalbox.app.console;
