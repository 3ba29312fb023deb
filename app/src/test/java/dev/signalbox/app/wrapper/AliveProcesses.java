package dev.signalbox.app.wrapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells the living from the dead, among whom those that nobody has fetched yet (zombies) count. */
final class AliveProcesses {

    private AliveProcesses() {}

    static boolean isAlive(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state != 'Z' && state != 'X';
        } catch (IOException gone) {
            return false;
        }
    }

    /** Those that were started with a variable of this value, whatever became of their parents. */
    static List<Long> with(String variable) {
        List<Long> found = new ArrayList<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            if (isAlive(process.pid()) && environment(process.pid()).contains("\0" + variable + "\0")) {
                found.add(process.pid());
            }
        }
        return found;
    }

    private static String environment(long pid) {
        try {
            return "\0" + Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
