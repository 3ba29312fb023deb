/** What the rules need from the outside: storage, identity, secrets. */
package dev.signalbox.domain.port.out;
