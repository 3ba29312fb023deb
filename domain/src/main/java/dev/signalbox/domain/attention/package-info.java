/** Evidence that a run needs a person: found by rules, told in words with figures, never guessed. */
package dev.signalbox.domain.attention;
