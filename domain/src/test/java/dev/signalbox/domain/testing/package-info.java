/**
 * What tests of every part build on: runs made by their real moves, ports in memory, and what every such port must
 * keep.
 */
package dev.signalbox.domain.testing;
