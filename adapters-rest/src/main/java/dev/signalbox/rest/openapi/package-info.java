/** What the API is, as a document for programs and as a page for people. */
package dev.signalbox.rest.openapi;
