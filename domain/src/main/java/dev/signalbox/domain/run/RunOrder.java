package dev.signalbox.domain.run;

/** In which order runs are listed: by the instant of submission, and by turn within one. */
public enum RunOrder {
    NEWEST_FIRST,
    OLDEST_FIRST
}
