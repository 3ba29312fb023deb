/** The way to the database, wherever it runs, and its schema. */
package dev.signalbox.app.database;
