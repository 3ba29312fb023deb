/** Accounts and tokens over HTTP. */
package dev.signalbox.rest.access;
