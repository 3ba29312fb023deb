/** Settings over HTTP: the installation's and those of workspaces. */
package dev.signalbox.rest.settings;
