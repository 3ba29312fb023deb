/** The portal's shell: what surrounds every view, and what is shown where there is none. */
package dev.signalbox.ui;
