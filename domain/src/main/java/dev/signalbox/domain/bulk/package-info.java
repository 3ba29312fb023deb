/** Forced ends of many runs at once: asked for with a count, carried out one by one, accounted for run by run. */
package dev.signalbox.domain.bulk;
