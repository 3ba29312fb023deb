package dev.signalbox.persistence.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hash of all that the generated classes depend on, kept beside them, so that an unchanged schema costs no server.
 */
record GenerationStamp(String hash, Path generated) {

    private static final List<Class<?>> GENERATOR = List.of(GenerateJooq.class, GeneratorSettings.class);

    static GenerationStamp of(Path migrations, List<String> versions, Path generated) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files(migrations)) {
            add(digest, migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            add(digest, Files.readAllBytes(file));
        }
        versions.forEach(version -> add(digest, version.getBytes(StandardCharsets.UTF_8)));
        for (Class<?> type : GENERATOR) {
            add(digest, bytesOf(type));
        }
        return new GenerationStamp(HexFormat.of().formatHex(digest.digest()), generated);
    }

    boolean isCurrent() throws IOException {
        return Files.isDirectory(generated)
                && Files.isRegularFile(file())
                && Files.readString(file()).equals(hash);
    }

    void write() throws IOException {
        Files.writeString(file(), hash);
    }

    /** Beside the folder and not in it, since jOOQ cleans the folder and the compiler reads it. */
    private Path file() {
        return generated.resolveSibling(generated.getFileName() + ".sha256");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            if (in == null) {
                throw new IOException("no class file of " + type);
            }
            return in.readAllBytes();
        }
    }

    /** The length first, so that no two lists of inputs look alike. */
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
