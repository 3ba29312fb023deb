/** A real PostgreSQL for the tests of this module. */
package dev.signalbox.persistence.testing;
