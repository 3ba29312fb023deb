/** What holds for every source file of Signalbox, Java or shell. */
package dev.signalbox.app.sources;
