/** The commands that talk to a server over HTTP, for people and for scripts. */
package dev.signalbox.app.client;
