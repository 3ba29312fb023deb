/** The rules at work: plain classes that implement the inbound ports. */
package dev.signalbox.domain.service;
