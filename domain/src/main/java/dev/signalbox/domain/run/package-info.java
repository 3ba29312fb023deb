/** A Terraform run: its statuses, the one table of its moves, its plan and apply, and its end. */
package dev.signalbox.domain.run;
