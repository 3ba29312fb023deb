/** A page of rows with the count of all, in one statement. */
package dev.signalbox.persistence.page;
