package dev.signalbox.app.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** The processes of a run, as the kernel knows them. */
final class RunProcesses {

    private RunProcesses() {}

    /** Those alive that the run's command started, whatever session or parent they have now: they inherit its run ID. */
    static List<Long> of(String run) {
        return with("SIGNALBOX_RUN_ID=" + run);
    }

    /** Those alive that were started with the variable, such as {@code NAME=value}. */
    static List<Long> with(String variable) {
        byte[] marker = ("\0" + variable + "\0").getBytes(StandardCharsets.ISO_8859_1);
        String wanted = new String(marker, StandardCharsets.ISO_8859_1);
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> ("\0" + read(pid, "environ")).contains(wanted))
                .filter(RunProcesses::isAlive)
                .toList();
    }

    /** Those of the processes that are alive in fact: one that is dead and not yet collected by its parent is not. */
    static List<Long> alive(List<Long> pids) {
        return pids.stream()
                .flatMapToLong(LongStream::of)
                .filter(RunProcesses::isAlive)
                .boxed()
                .toList();
    }

    private static boolean isAlive(long pid) {
        String stat = read(pid, "stat");
        return !stat.isEmpty() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
