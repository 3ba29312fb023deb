/** The command line: settings, commands, and what they tell the person at the terminal. */
package dev.signalbox.app.cli;
