/** The PostgreSQL that Signalbox brings along: its programs, its data directory, its start and its stop. */
package dev.signalbox.app.postgres;
