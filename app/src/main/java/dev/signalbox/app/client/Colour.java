package dev.signalbox.app.client;

/** Colours of a terminal. They only ever repeat what the text says. */
enum Colour {
    /** No colour at all. */
    PLAIN(0),
    /** Ended well. */
    GREEN(32),
    /** Ended badly, or needs attention. */
    RED(31),
    /** Waits for a person. */
    YELLOW(33),
    /** Goes on. */
    CYAN(36),
    /** Headings. */
    BOLD(1);

    private static final String ESCAPE = "\u001b[";

    private final int code;

    Colour(int code) {
        this.code = code;
    }

    /** The text in this colour, where there are colours. */
    String paint(String text, Look look) {
        return this == PLAIN || !look.colours() || text.isBlank() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }

    /** The colour of a status, by its name on the wire. */
    static Colour ofStatus(String status) {
        return switch (status) {
            case "planning", "policy_checking", "confirmed", "applying" -> CYAN;
            case "planned", "policy_override", "policy_checked" -> YELLOW;
            case "applied", "planned_and_finished" -> GREEN;
            case "errored" -> RED;
            default -> PLAIN;
        };
    }
}
