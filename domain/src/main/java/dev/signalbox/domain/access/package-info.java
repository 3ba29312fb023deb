/** Who asks: accounts, roles, tokens, and what each role may do. */
package dev.signalbox.domain.access;
