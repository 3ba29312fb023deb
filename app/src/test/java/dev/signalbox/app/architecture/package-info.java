/** The rules that hold the house up, and the proof that each of them can fail. */
package dev.signalbox.app.architecture;
