/** What clients ask before they have a token: discovery and ping. */
package dev.signalbox.rest.wellknown;
