/** What people and programs elsewhere are told of runs, and how far that has come. */
package dev.signalbox.domain.notification;
