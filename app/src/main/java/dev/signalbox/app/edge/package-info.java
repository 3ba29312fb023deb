/** How Signalbox is reached: through which proxies, with which certificate, and how often. */
package dev.signalbox.app.edge;
