/** What an administrator may change at run time: limits, what is done when they are passed, and what is shared. */
package dev.signalbox.domain.settings;
