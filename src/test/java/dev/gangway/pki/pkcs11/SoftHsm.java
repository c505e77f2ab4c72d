package dev.gangway.pki.pkcs11;

import dev.gangway.secret.Secret;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * SoftHSM with fresh tokens in a folder of this build. The library reads its configuration once in a process, so the
 * tests of one JVM share the tokens and each makes keys of its own names.
 */
public final class SoftHsm {
    /** Right for every token here. */
    public static final String PIN = "1234";
    /** A token to work with. */
    public static final String TOKEN = "Plant 2";
    /** A token whose PIN is given wrongly. */
    public static final String SUSPICIOUS = "suspicious";
    /** Two tokens of one label. */
    public static final String TWICE = "twice";

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"));

    private static Path module;

    private SoftHsm() {}

    /** The module, its tokens made. */
    public static synchronized Path module() throws Exception {
        if (module == null) {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "softhsm")), "tokens");
            Path configuration = folder.resolve("softhsm2.conf");
            Files.writeString(
                    configuration, "directories.tokendir = " + folder.toAbsolutePath() + "\nlog.level = ERROR\n");
            setenv("SOFTHSM2_CONF", configuration.toAbsolutePath().toString());
            for (String label : List.of(TOKEN, SUSPICIOUS, TWICE, TWICE)) {
                run(configuration, "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "87654321");
            }
            module = LIBRARIES.stream().filter(Files::exists).findFirst().orElseThrow();
        }
        return module;
    }

    /** The right PIN, for the caller to wipe. */
    public static Secret pin() {
        return Secret.of(PIN);
    }

    private static void run(Path configuration, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("softhsm2-util"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", configuration.toAbsolutePath().toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(said);
        }
    }

    /** Java's own view of the environment cannot be changed, and the library does not look at it. */
    private static void setenv(String name, String value) throws IOException {
        Linker linker = Linker.nativeLinker();
        MemorySegment function = linker.defaultLookup().find("setenv").orElseThrow();
        FunctionDescriptor shape = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            linker.downcallHandle(function, shape)
                    .invokeWithArguments(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable failed) {
            throw new IOException(failed);
        }
    }
}
