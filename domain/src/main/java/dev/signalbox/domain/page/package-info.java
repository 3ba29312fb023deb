/** Pages of a long list: which one is asked for, and what it holds. */
package dev.signalbox.domain.page;
