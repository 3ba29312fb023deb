/** What the web server does around the routes: request IDs, errors of its own, and the runner script it hands out. */
package dev.signalbox.app.web;
