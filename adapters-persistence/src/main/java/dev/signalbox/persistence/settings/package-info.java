/** Settings as rows: the installation's and those of workspaces. */
package dev.signalbox.persistence.settings;
