/** Runs over HTTP: the Admin Runs API, runs for scripts, their plans and applies. */
package dev.signalbox.rest.run;
