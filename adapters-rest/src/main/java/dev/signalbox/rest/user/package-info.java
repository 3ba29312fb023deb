/** Accounts over HTTP, as Terraform Enterprise shows them to everyone: as users. */
package dev.signalbox.rest.user;
