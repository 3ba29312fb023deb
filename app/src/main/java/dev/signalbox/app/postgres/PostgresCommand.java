package dev.signalbox.app.postgres;

import com.sun.security.auth.module.UnixSystem;
import dev.signalbox.app.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs PostgreSQL's programs one at a time; can be told to give up by another thread. */
final class PostgresCommand {

    private static final long MAX_SECONDS = 300;
    private static final Duration GIVE_UP = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final PostgresPrograms programs;
    private final Path outputFile;
    private volatile @Nullable Running running;

    /**
     * Of these programs, with their output in that file: a pipe would never end, for {@code pg_ctl start} leaves its
     * output to the server.
     */
    PostgresCommand(PostgresPrograms programs, Path outputFile) {
        this.programs = programs;
        this.outputFile = outputFile;
    }

    private record Running(Process process, boolean isPgCtl) {}

    /** What a program printed, and its exit code. */
    record Result(int exitCode, String output) {

        /** Throws {@link Failure} with the program's last words unless it went well. */
        void orFail(String whatFailed) {
            if (exitCode != 0) {
                var lines = output.strip().lines().toList();
                throw new Failure(whatFailed + ": "
                        + String.join(" ", lines.subList(Math.max(0, lines.size() - 3), lines.size()))
                                .strip());
            }
        }
    }

    /** Runs a program to its end. */
    Result run(String program, String... arguments) {
        var command = new ArrayList<>(rootPrefix());
        command.add(programs.program(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(outputFile.toFile());
        // Variables such as PGDATA or PGOPTIONS of the person who starts Signalbox are meant for other servers.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return runToItsEnd(builder, program.equals("pg_ctl"));
    }

    private Result runToItsEnd(ProcessBuilder builder, boolean isPgCtl) {
        try {
            var process = builder.start();
            running = new Running(process, isPgCtl);
            process.getOutputStream().close();
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new Failure("PostgreSQL did not answer within " + MAX_SECONDS + " seconds.");
            }
            return new Result(process.exitValue(), Files.readString(outputFile));
        } catch (IOException e) {
            throw new Failure("PostgreSQL's programs cannot be run: " + e + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for PostgreSQL.", e);
        } finally {
            running = null;
        }
    }

    /**
     * Ends the program that runs now, if there is one.
     *
     * <p>{@code pg_ctl} is waited for: what it has started is ended, and then it ends by itself. Were it ended instead,
     * it could leave behind a server that it was just starting, which has not yet written that it runs, so that nobody
     * would look for it. Only if it has not ended after {@link #GIVE_UP} it is ended all the same.
     */
    void giveUp() {
        var program = running;
        if (program == null) {
            return;
        }
        if (program.isPgCtl()) {
            giveUpChildren(program.process());
        }
        program.process().destroy();
    }

    private static void giveUpChildren(Process process) {
        try {
            long tries = GIVE_UP.dividedBy(PAUSE);
            do {
                process.children().forEach(ProcessHandle::destroy);
            } while (!process.waitFor(PAUSE) && --tries > 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody in particular. */
    private static List<String> rootPrefix() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        try {
            var probe = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (probe.waitFor() == 0) {
                return List.of("unshare", "-U");
            }
        } catch (IOException e) {
            // No such program: the sentence below says what to do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Failure("PostgreSQL does not run as root, and this machine does not allow user namespaces:"
                + " start Signalbox as another user, or name a server of your own with --database-url.");
    }
}
