/** What the API is, as an OpenAPI document. */
package dev.signalbox.rest.openapi;
