/** The conversations that actors have with Signalbox, one port each. */
package dev.signalbox.domain.port.in;
