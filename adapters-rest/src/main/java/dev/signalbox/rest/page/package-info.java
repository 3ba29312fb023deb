/** Pages of lists: from the parameters that ask for one to the links and numbers that lead on. */
package dev.signalbox.rest.page;
