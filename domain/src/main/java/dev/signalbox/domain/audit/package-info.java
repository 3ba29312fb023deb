/** What is remembered of every act of a person or a token. */
package dev.signalbox.domain.audit;
