/** What an administrator may change at run time: limits, and what is done when they are passed. */
package dev.signalbox.domain.settings;
