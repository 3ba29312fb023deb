/** The audit over HTTP. */
package dev.signalbox.rest.audit;
