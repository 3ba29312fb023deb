/** What several views share and what has no name in the domain: times, tags, notices, paging, refreshing. */
package dev.signalbox.ui.kit;
