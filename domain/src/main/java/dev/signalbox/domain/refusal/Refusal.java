package dev.signalbox.domain.refusal;

import java.time.Instant;

/**
 * Every reason for which Signalbox says no.
 *
 * <p>Both edges, REST and portal, switch over it without a default, so that a new reason cannot be forgotten there. It
 * speaks the words of the wire, so that every part of the model can refuse without knowing the others.
 */
public sealed interface Refusal {

    /** One sentence for the person who asked, which says what is wrong and, where it helps, what to do. */
    String detail();

    /** It does not exist, or the actor has no right to know that it does: the two must not be told apart. */
    record NotFound(Subject subject) implements Refusal {
        @Override
        public String detail() {
            return "The " + subject.word() + " does not exist, or this token may not do that.";
        }
    }

    /** The run has ended already. */
    record AlreadyFinal(String run, String status) implements Refusal {
        @Override
        public String detail() {
            return "Run " + run + " has ended already: it is " + status + ".";
        }
    }

    /** The run's status does not allow the action. */
    record MoveNotAllowed(String run, String status, String action) implements Refusal {
        @Override
        public String detail() {
            return "Run " + run + " is " + status + ", which does not allow " + action + ".";
        }
    }

    /** Something else in the workspace comes first. */
    record NotItsTurn(String run, String waitsFor) implements Refusal {
        @Override
        public String detail() {
            return "Run " + run + " waits: " + waitsFor + ".";
        }
    }

    /** A report is missing before this one. */
    record ReportOutOfOrder(String run, int expected, int received) implements Refusal {
        @Override
        public String detail() {
            return "Report " + received + " of run " + run + " came where report " + expected + " was expected.";
        }
    }

    /** The number was used for another event. */
    record ReportConflict(String run, int number) implements Refusal {
        @Override
        public String detail() {
            return "Report " + number + " of run " + run + " was taken before, with another event.";
        }
    }

    /**
     * The log has nothing yet of what stands before the chunk.
     *
     * @param size how many bytes of the log are kept
     * @param offset where the chunk would begin
     */
    record LogGap(String run, long size, long offset) implements Refusal {
        @Override
        public String detail() {
            return "The log of run " + run + " is " + size + " bytes long, so no chunk can begin at " + offset + ".";
        }
    }

    /**
     * The log is as long as any may be.
     *
     * @param size how many bytes of the log are kept
     */
    record LogFull(String run, long size) implements Refusal {
        @Override
        public String detail() {
            return "The log of run " + run + " is full: no more than " + size + " bytes of it are kept.";
        }
    }

    /** Another account's runner has claimed the run. */
    record HeldByAnotherRunner(String run) implements Refusal {
        @Override
        public String detail() {
            return "Run " + run + " is held by the runner of another account.";
        }
    }

    /** Nothing is held in the workspace, so nothing can be released. */
    record NothingHeld(String workspace) implements Refusal {
        @Override
        public String detail() {
            return "Nothing is held in workspace " + workspace + ".";
        }
    }

    /** Nobody would be left who can sign in and manage accounts. */
    record LastSiteAdmin(String account) implements Refusal {
        @Override
        public String detail() {
            return "Account " + account + " is the last site admin who can sign in: make another one first.";
        }
    }

    /** Nobody takes rights from their own account; that is too easily done by accident. */
    record OwnAccount(String account) implements Refusal {
        @Override
        public String detail() {
            return "Account " + account + " is your own: have another site admin change its role or disable it.";
        }
    }

    /**
     * The workspace is locked: again, by somebody else, or where it must not be.
     *
     * @param by the locker's name
     * @param reason how the locker's words begin, on one line; may be empty
     */
    record WorkspaceLocked(String workspace, String by, Instant since, String reason) implements Refusal {
        @Override
        public String detail() {
            String why = reason.isBlank() ? "" : ": \"" + reason + "\"";
            return "Workspace " + workspace + " was locked by " + by + " at " + since + why + ".";
        }
    }

    /** The workspace is not locked, so it cannot be unlocked. */
    record WorkspaceNotLocked(String workspace) implements Refusal {
        @Override
        public String detail() {
            return "Workspace " + workspace + " is not locked.";
        }
    }

    /** Something is going on in the workspace, so that it cannot be deleted safely. */
    record WorkspaceInUse(String workspace, String because) implements Refusal {
        @Override
        public String detail() {
            return "Workspace " + workspace + " is in use: " + because + ".";
        }
    }

    /** The bulk end does not run, so that nothing more is ended by it. */
    record BulkEndHalted(String bulkEnd, String state) implements Refusal {
        @Override
        public String detail() {
            return "Bulk end " + bulkEnd + " is " + state + ".";
        }
    }

    /** The runs that have not ended are not as many as the request expects. */
    record CountDiffers(long expected, long actual) implements Refusal {
        @Override
        public String detail() {
            return "The runs that have not ended are " + actual + ", not " + expected + " as expected.";
        }
    }

    /**
     * As many runs as expected, but more than one bulk end takes.
     *
     * @param actual how many there are
     */
    record TooManyRuns(long actual, int most) implements Refusal {
        @Override
        public String detail() {
            return "The runs that have not ended are " + actual + ", and one bulk end takes at most " + most
                    + ": narrow the filter.";
        }
    }

    /** The name is in use; names are unique ignoring case. */
    record NameTaken(Subject subject, String name) implements Refusal {
        @Override
        public String detail() {
            return "There is a" + (subject == Subject.ORGANIZATION || subject == Subject.ACCOUNT ? "n " : " ")
                    + subject.word() + " named " + name + " already.";
        }
    }

    /** The key of a submission stands for another run, which asks for something else or is another account's. */
    record KeyTaken(String key, String run) implements Refusal {
        @Override
        public String detail() {
            return "The key " + key + " stands for run " + run + " already, which was asked for differently.";
        }
    }

    /**
     * A member of the request's body is not acceptable.
     *
     * @param attribute its name on the wire, such as {@code name} or {@code vcs-repo.identifier}
     * @param problem what is wrong with it, to follow the name in a sentence
     */
    record InvalidAttribute(String attribute, String problem) implements Refusal {
        @Override
        public String detail() {
            return attribute + " " + problem + ".";
        }
    }

    /**
     * A query parameter is not acceptable.
     *
     * @param parameter its name, such as {@code page[size]}
     * @param problem what is wrong with it, to follow the name in a sentence
     */
    record InvalidParameter(String parameter, String problem) implements Refusal {
        @Override
        public String detail() {
            return parameter + " " + problem + ".";
        }
    }
}
