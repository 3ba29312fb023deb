/** What a test over HTTP needs: a client that checks every document that it receives against JSON:API 1.1. */
package dev.signalbox.rest.testing;
