/** All outbound ports over one database. */
package dev.signalbox.persistence;
