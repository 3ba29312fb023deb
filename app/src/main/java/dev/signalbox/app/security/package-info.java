/** Secrets and identities, and who gets past the door with them. */
package dev.signalbox.app.security;
