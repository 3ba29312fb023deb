/** The launcher as an operator meets it: the real jar as a process. */
package dev.signalbox.app.launcher;
