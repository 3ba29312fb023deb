/** Every reason for which Signalbox says no, as data that cannot be dropped. */
package dev.signalbox.domain.refusal;
