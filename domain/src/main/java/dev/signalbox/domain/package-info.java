/** The rules of Signalbox, free of every framework; see {@code docs/adr}. */
package dev.signalbox.domain;
