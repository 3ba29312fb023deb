package dev.signalbox.app.wrapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the wrapper under a shell in a folder of its own, with fake commands in the place of Terraform. */
final class Wrapper {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The shells, curl, awk and the core utilities, what makes a process group, and what passes variables on. */
    private static final List<String> TOOLS = List.of(
            ("awk bash cat cp curl dash date dd env grep head id kill ls mkdir mkfifo mktemp mv od perl printenv ps rm "
                            + "sed setsid sh sleep sort tail tee touch tr uname wc")
                    .split(" "));

    private final String shell;
    private final Path folder;
    private String start = "exec \"$@\"";
    private Path script = script();
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Process> started = new ArrayList<>();

    Wrapper(String shell, Path folder, String url) throws IOException {
        this.shell = shell;
        this.folder = folder;
        environment.put("SIGNALBOX_URL", url);
        environment.put("SIGNALBOX_TOKEN", StubServer.TOKEN);
        environment.put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
        with("--organization", "acme", "--workspace", "network", "--heartbeat", "1");
    }

    Wrapper with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    Wrapper withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Has the token in a file instead of a variable. */
    Wrapper withTokenFile(String token) throws IOException {
        environment.remove("SIGNALBOX_TOKEN");
        environment.put("SIGNALBOX_TOKEN_FILE", "token");
        Files.writeString(folder.resolve("token"), token + "\n");
        return this;
    }

    /** Is started by a line of shell, in which {@code "$@"} is the wrapper. */
    Wrapper through(String line) {
        start = line;
        return this;
    }

    /** Runs on a machine that has what the wrapper says it needs and little else, but for some commands. */
    Wrapper without(String... commands) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        List<String> missing = List.of(commands);
        for (String tool : TOOLS) {
            for (String bin : List.of("/usr/bin", "/bin")) {
                Path file = Path.of(bin, tool);
                if (!missing.contains(tool) && Files.exists(file) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), file);
                }
            }
        }
        return withEnvironment("PATH", tools.toString());
    }

    /** Runs on a machine that has no {@code /proc}: a copy of the wrapper looks for it elsewhere. */
    Wrapper withoutProc() throws IOException {
        return changed("/proc/", "/no-proc/");
    }

    /** Is a copy that has another text wherever it has this one: what no machine can be asked for, such as a delay. */
    Wrapper changed(String text, String other) throws IOException {
        String original = Files.readString(script);
        if (!original.contains(text)) {
            throw new IllegalArgumentException("the wrapper has nowhere " + text);
        }
        script = Files.writeString(folder.resolve("signalbox-run"), original.replace(text, other));
        return this;
    }

    /** Writes an executable shell script into the folder. */
    Wrapper script(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return this;
    }

    /**
     * Writes a fake terraform that notes its arguments, a line of {@code [a][b]} a call, and exits as told. It shows
     * the plan that a test has put into {@code plan.json}, and notes nothing of that.
     */
    Wrapper fakeTerraform(String name, int planExit, int applyExit) throws IOException {
        return script(
                name,
                "case \" $* \" in *' show '*) cat plan.json 2>/dev/null; exit ;; esac",
                "for argument in \"$@\"; do printf '[%s]' \"$argument\" >>calls; done",
                "echo >>calls",
                "case \" $* \" in *' plan '*) exit " + planExit + " ;; *) exit " + applyExit + " ;; esac");
    }

    Started start(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of("sh", "-c", start, "sh", shell, script.toString()));
        line.addAll(options);
        line.add("--");
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(DefaultSignals.before(line));
        builder.directory(folder.toFile());
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        started.add(builder.start());
        return new Started(started.getLast(), out, err, folder);
    }

    /** Ends what a test that failed has left running; whoever waits for it would wait for ever. */
    void end() {
        for (Process process : started) {
            List<ProcessHandle> descendants = process.descendants().toList();
            if (process.isAlive()) {
                process.destroyForcibly();
                descendants.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }

    static Path script() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("bin/signalbox-run"))) {
            folder = folder.getParent();
        }
        return folder.resolve("bin/signalbox-run");
    }

    /** A wrapper that runs; what it writes lies in files, so that nothing it leaves behind can block the test. */
    record Started(Process process, Path out, Path err, Path folder) {

        int exitCode() throws InterruptedException {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the wrapper did not end");
            }
            return process.exitValue();
        }

        void signal(String name) throws IOException, InterruptedException {
            signal(name, process.pid());
        }

        /** Sends a signal to the whole process group that it leads. */
        void signalGroup(String name) throws IOException, InterruptedException {
            signal(name, -process.pid());
        }

        private static void signal(String name, long pid) throws IOException, InterruptedException {
            new ProcessBuilder("sh", "-c", "kill -s " + name + " -- " + pid)
                    .start()
                    .waitFor();
        }

        /** Sends the first signal, once; but an INT, which a busy bash loses now and then, until it is answered. */
        void signalFirst(String name, String answer) throws IOException, InterruptedException {
            if (name.equals("INT")) {
                signalUntil(name, answer);
            } else {
                signal(name);
                awaitMessage(answer);
            }
        }

        /** Sends a signal until it is answered: one that comes within a second after another counts for none. */
        void signalUntil(String name, String answer) throws IOException, InterruptedException {
            for (int times = 0; times < 20 && !messages().contains(answer); times++) {
                signal(name);
                for (int round = 0; round < 40 && !messages().contains(answer); round++) {
                    Thread.sleep(50);
                }
            }
            awaitMessage(answer);
        }

        String output() throws IOException {
            return Files.readString(out);
        }

        String messages() throws IOException {
            return Files.readString(err);
        }

        /** The calls of a fake terraform, one a line. */
        List<String> calls() throws IOException {
            Path calls = folder.resolve("calls");
            return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
        }

        /** Waits until a script has written a process ID into a file. */
        long awaitPid(String file) throws IOException, InterruptedException {
            Path path = folder.resolve(file);
            Instant end = Instant.now().plus(PATIENCE);
            while (!Files.exists(path) || Files.readString(path).isBlank()) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError(file + " was never written: " + messages());
                }
                Thread.sleep(50);
            }
            return Long.parseLong(Files.readString(path).strip());
        }

        /** Waits until the wrapper has said something. */
        void awaitMessage(String text) throws IOException, InterruptedException {
            await(err, text);
        }

        /** Waits until something was said on the standard output, which on a terminal is all that is said. */
        void awaitOutput(String text) throws IOException, InterruptedException {
            await(out, text);
        }

        private static void await(Path file, String text) throws IOException, InterruptedException {
            Instant end = Instant.now().plus(PATIENCE);
            while (!Files.readString(file).contains(text)) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("never said '" + text + "': " + Files.readString(file));
                }
                Thread.sleep(50);
            }
        }

        /** Waits until the wrapper's temporary folder is empty. */
        void awaitTidiness() throws IOException, InterruptedException {
            Instant end = Instant.now().plus(PATIENCE);
            while (!leftovers().isEmpty()) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("left behind " + leftovers() + ": " + messages());
                }
                Thread.sleep(50);
            }
        }

        /** What the wrapper left in its temporary folder. */
        List<Path> leftovers() throws IOException {
            try (var files = Files.list(folder.resolve("tmp"))) {
                return files.toList();
            }
        }
    }
}
