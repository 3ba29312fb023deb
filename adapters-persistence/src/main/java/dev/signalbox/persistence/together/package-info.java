/** Work that many ask for at about the same time, done once for all of them. */
package dev.signalbox.persistence.together;
