/** Audit events as rows: kept beside every change, read by the audit trail. */
package dev.signalbox.persistence.audit;
