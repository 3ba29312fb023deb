/** Organizations and workspaces as rows. */
package dev.signalbox.persistence.directory;
