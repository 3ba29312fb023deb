package dev.signalbox.app.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.app.console.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to run PostgreSQL on a data directory: held by one process at a time and given back by the operating
 * system, however that process ends.
 *
 * <p>The file says who holds it, so that a server is told apart from a command that will be done in a moment.
 */
public final class DirectoryLock implements AutoCloseable {

    /** What a process holds the lock for. */
    public enum Holder {
        /** The application, for as long as it runs. */
        SERVER,
        /** A command that needs the database for a moment. */
        COMMAND
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock; waits while a command holds it. Absent if a server holds it. Throws {@link Failure} if it is held
     * by something else for a minute.
     */
    public static Optional<DirectoryLock> take(DataDirectory directory, Holder holder) {
        try {
            for (long tries = PATIENCE.dividedBy(PAUSE); tries > 0; tries--) {
                var lock = tryTake(directory.lockFile(), holder);
                if (lock != null) {
                    return Optional.of(lock);
                }
                if (isHeldByServer(directory.lockFile())) {
                    return Optional.empty();
                }
                Thread.sleep(PAUSE);
            }
        } catch (IOException e) {
            throw new Failure("The lock file " + directory.lockFile() + " cannot be used: " + e + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while waiting for the data directory " + directory.root() + ".", e);
        }
        throw new Failure("The data directory " + directory.root() + " has been in use by another command for "
                + PATIENCE.toSeconds() + " seconds: try again later.");
    }

    private static @Nullable DirectoryLock tryTake(Path file, Holder holder) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                channel.truncate(0);
                var text = holder + " " + ProcessHandle.current().pid() + "\n";
                channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
                return new DirectoryLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // Held within this very process; to the caller that is no different.
        }
        channel.close();
        return null;
    }

    /** A text left behind by a process that is gone says nothing. */
    private static boolean isHeldByServer(Path file) throws IOException {
        var words = Files.readString(file).strip().split(" ", -1);
        return words.length == 2
                && words[0].equals(Holder.SERVER.name())
                && words[1].matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(words[1])).isPresent();
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new Failure("The data directory's lock could not be given back: " + e + ".", e);
        }
    }
}
