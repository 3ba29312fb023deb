/** JSON:API 1.1 as a server speaks it: documents, parameters, bodies, errors; knows nothing of what they are about. */
package dev.signalbox.rest.jsonapi;
