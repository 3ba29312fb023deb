/** Getting in: signing in, choosing a password, and what those see whom the portal is not for. */
package dev.signalbox.ui.access;
