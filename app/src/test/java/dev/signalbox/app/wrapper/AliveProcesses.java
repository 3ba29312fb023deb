package dev.signalbox.app.wrapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
