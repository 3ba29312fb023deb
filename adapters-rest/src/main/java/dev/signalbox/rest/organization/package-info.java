/** Organizations over HTTP. */
package dev.signalbox.rest.organization;
