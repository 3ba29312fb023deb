/** A thousand healthy runs and two hundred that hang, played through the doors that runners and people use. */
package dev.signalbox.app.simulation;
