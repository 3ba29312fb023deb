/** Whole journeys: the real application as a process, its own PostgreSQL, HTTP, the real terraform. */
package dev.signalbox.app.journey;
