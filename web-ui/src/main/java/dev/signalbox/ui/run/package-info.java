/** The list of all runs, a run's detail, and its forced end. */
package dev.signalbox.ui.run;
