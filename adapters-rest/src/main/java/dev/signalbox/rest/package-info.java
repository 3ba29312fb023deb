/** HTTP in: what all routes share, that is who asks and what is refused before any route is looked for. */
package dev.signalbox.rest;
