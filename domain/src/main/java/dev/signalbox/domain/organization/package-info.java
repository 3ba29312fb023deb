/** An organization: the owner of workspaces. */
package dev.signalbox.domain.organization;
