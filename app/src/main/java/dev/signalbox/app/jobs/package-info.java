/** What the server does by itself from time to time. */
package dev.signalbox.app.jobs;
