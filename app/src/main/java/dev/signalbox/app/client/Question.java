package dev.signalbox.app.client;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Asks whoever sits at the terminal. */
final class Question {

    private Question() {}

    /** Whether the answer is a whole yes; nothing else is one. */
    static boolean isAgreed(String question, ClientContext context) {
        var err = context.screen().err();
        err.print(question + " Only yes is accepted: ");
        err.flush();
        try {
            var answer = context.questions().orElseThrow().readLine();
            return answer != null && answer.strip().equals("yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
