/** Workspaces over HTTP. */
package dev.signalbox.rest.workspace;
