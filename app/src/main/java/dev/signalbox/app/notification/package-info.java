/** Tells people and programs elsewhere of runs: by webhook and by e-mail. */
package dev.signalbox.app.notification;
