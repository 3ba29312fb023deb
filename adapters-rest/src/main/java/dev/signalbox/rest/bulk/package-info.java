/** Bulk ends over HTTP: asked for, watched, paused and stopped. */
package dev.signalbox.rest.bulk;
