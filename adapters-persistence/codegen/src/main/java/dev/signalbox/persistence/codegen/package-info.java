/** The build step that turns the migrations into jOOQ's classes; it is no part of the application. */
package dev.signalbox.persistence.codegen;
