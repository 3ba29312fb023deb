/** Accounts and tokens as rows. */
package dev.signalbox.persistence.access;
