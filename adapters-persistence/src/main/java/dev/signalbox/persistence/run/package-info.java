/** Runs as rows: their queue, their timeline, and the lists over all of them. */
package dev.signalbox.persistence.run;
