/** Long lists as files: rows that are written one after the other, as CSV or as a JSON object a line. */
package dev.signalbox.rest.export;
