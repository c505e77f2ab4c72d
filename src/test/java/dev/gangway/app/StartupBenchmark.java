package dev.gangway.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.Mosquitto;
import dev.gangway.bench.TestChain;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the packaged program takes to start, as its launcher starts it, against the least that could: taking turns in one
 * run. Programs of Java have a start-up archive of their own on both sides.
 */
@Tag("benchmark")
class StartupBenchmark {
    private static final int ROUNDS = 9;
    private static final int DEVICES = 1200;
    private static final Path PROGRAM = Path.of("target/gangway").toAbsolutePath();
    private static final String GANGWAY = PROGRAM.resolve("bin/gangway").toString();
    private static final Pattern SECONDS = Pattern.compile("(\\d+)m([\\d.]+)s");

    @TempDir
    private Path folder;

    /** The least that Java can do. */
    public static final class Hello {
        private Hello() {}

        public static void main(String[] args) {
            System.out.println("Hello");
        }
    }

    @Test
    void commandsAgainstHello() throws Exception {
        List<String> hello = trained(jdk(), Hello.class, "-XX:+UseSerialGC");
        Times least = new Times("Java's hello world");
        Times version = new Times("gangway --version");
        Times explain = new Times("gangway explain CODE");
        for (int round = 0; round < ROUNDS; round++) {
            least.add(hello);
            version.add(List.of(GANGWAY, "--version"));
            explain.add(List.of(GANGWAY, "explain", "tls.server-untrusted"));
        }
        heading("start of a command");
        least.print(least, 1);
        version.print(least, 2.0);
        explain.print(least, 5.0);
    }

    @Test
    @Tag("mosquitto")
    void coldTestAgainstMosquittoPub() throws Exception {
        Identity root = TestChain.root("Benchmark Root");
        Identity device = TestChain.device("device", root);
        String certificate = pem("device.pem", "CERTIFICATE", device.leaf().getEncoded());
        String key = pem("device.key", "PRIVATE KEY", device.key().getEncoded());
        try (Mosquitto broker = Mosquitto.start(
                folder,
                Mosquitto.tls(
                        folder,
                        TestChain.server(root),
                        root.leaf(),
                        "require_certificate true",
                        "allow_anonymous true"))) {
            String port = String.valueOf(broker.port());
            String authority = folder.resolve("ca.pem").toString();
            Times theirs = new Times("mosquitto_pub");
            Times ours = new Times("gangway test");
            for (int round = 0; round < ROUNDS; round++) {
                theirs.add(List.of(
                        "mosquitto_pub",
                        "-h",
                        "localhost",
                        "-p",
                        port,
                        "--cafile",
                        authority,
                        "--cert",
                        certificate,
                        "--key",
                        key,
                        "-q",
                        "1",
                        "-t",
                        "a",
                        "-m",
                        "1"));
                ours.add(List.of(
                        GANGWAY,
                        "test",
                        "--host",
                        "localhost",
                        "--port",
                        port,
                        "--tls",
                        "--ca",
                        authority,
                        "--cert",
                        certificate,
                        "--key",
                        key,
                        "--publish",
                        "a=1"));
            }
            heading("mutual TLS, cold");
            theirs.print(theirs, 1);
            ours.print(theirs, 10);
        }
    }

    /** One vault and a copy of it, so that both are unlocked at the same price; then 1,200 certificates go into the copy. */
    @Test
    void listOfManyDevicesAgainstListOfNone() throws Exception {
        String passphrase = Files.writeString(folder.resolve("passphrase"), "a passphrase of this benchmark")
                .toString();
        Path none = Files.createDirectory(folder.resolve("none"));
        Path many = Files.createDirectory(folder.resolve("many"));
        times(in(none, "vault", "create", "--passphrase-file", passphrase));
        Files.copy(none.resolve("vault.sqlite"), many.resolve("vault.sqlite"));
        Path pairs = Files.createDirectory(folder.resolve("pairs"));
        Identity root = TestChain.root("Benchmark Root");
        for (int i = 0; i < DEVICES; i++) {
            Identity device = TestChain.device("device-" + i, root);
            Files.writeString(pairs.resolve(i + ".pem"), Pem.certificate(device.leaf()));
            Files.writeString(
                    pairs.resolve(i + ".key"), Pem.privateKey(device.key()).reveal());
        }
        times(in(many, "import", pairs.toString(), "--passphrase-file", passphrase));
        Times least = new Times("device list of none");
        Times ours = new Times("device list of 1,200");
        for (int round = 0; round < ROUNDS; round++) {
            least.add(in(none, "device", "list", "--passphrase-file", passphrase));
            ours.add(in(many, "device", "list", "--passphrase-file", passphrase));
        }
        assertThat(Files.readString(folder.resolve("out"))).contains("device-0 ", "device-" + (DEVICES - 1) + " ");
        heading("a list beside unlocking");
        least.print(least, 1);
        System.out.printf(
                "%-36s %10.0f %10.0f %10.0f ms of processor time more (aim: at most 500)%n",
                ours.name, ours.processor(), ours.clock(), ours.processor() - least.processor());
    }

    private static List<String> in(Path home, String... words) {
        List<String> command = new ArrayList<>(List.of("env", "GANGWAY_HOME=" + home, GANGWAY));
        command.addAll(List.of(words));
        return command;
    }

    @Test
    void firstWindow() throws Exception {
        String java = PROGRAM.resolve("runtime/bin/java").toString();
        List<String> bare =
                trained(java, BareWindow.class, "-XX:+UseSerialGC", "-Dglass.platform=Headless", "-Dprism.order=sw");
        Times least = new Times("bare JavaFX window");
        Times ours = new Times("Gangway's first window");
        for (int round = 0; round < ROUNDS; round++) {
            least.add(bare);
            ours.add(List.of(
                    "env",
                    "GANGWAY_JAVA_OPTIONS=-Dglass.platform=Headless -Dprism.order=sw -D" + Rehearsal.PROPERTY
                            + "=window",
                    GANGWAY));
        }
        heading("first window, to its second frame");
        least.print(least, 1);
        ours.print(least, 1.3);
    }

    private static String jdk() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** How to start a class of these tests, from a jar with a start-up archive that was trained on it. */
    private List<String> trained(String java, Class<?> type, String... options) throws Exception {
        Path jar = folder.resolve(type.getSimpleName() + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            Path classes = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (var all = Files.list(classes.resolve(type.getPackageName().replace('.', '/')))) {
                String name = type.getName().substring(type.getPackageName().length() + 1);
                for (Path each : all.filter(
                                path -> path.getFileName().toString().startsWith(name))
                        .toList()) {
                    out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                    Files.copy(each, out);
                }
            }
        }
        Path archive = folder.resolve(type.getSimpleName() + ".aot");
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(Arrays.asList(options));
        List<String> program = List.of("-cp", jar.toString(), type.getName());
        List<String> training = new ArrayList<>(command);
        training.add("-XX:AOTCacheOutput=" + archive);
        training.addAll(program);
        times(training);
        assertThat(archive).isNotEmptyFile();
        command.add("-XX:AOTCache=" + archive);
        command.addAll(program);
        return command;
    }

    private String pem(String name, String label, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return Files.writeString(
                        folder.resolve(name),
                        "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n")
                .toString();
    }

    /** Time of the clock and of all processors, in milliseconds. */
    private record Took(double clock, double processor) {}

    private Took times(List<String> command) throws Exception {
        // the shell tells what its children took
        List<String> measured = new ArrayList<>(
                List.of("bash", "-c", "\"$@\" > " + folder.resolve("out") + " 2>&1 || exit; times", "bash"));
        measured.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(measured).redirectErrorStream(true);
        builder.environment().put("GANGWAY_HOME", folder.resolve("home").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        long began = System.nanoTime();
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        double clock = (System.nanoTime() - began) / 1e6;
        assertThat(code).as(Files.readString(folder.resolve("out"))).isZero();
        String children = said.lines().toList().get(1);
        Matcher each = SECONDS.matcher(children);
        double processor = 0;
        while (each.find()) {
            processor += 60_000 * Integer.parseInt(each.group(1)) + 1000 * Double.parseDouble(each.group(2));
        }
        return new Took(clock, processor);
    }

    private static void heading(String what) {
        System.out.printf("%n%-36s %10s %10s %10s%n", what + ", ms", "processor", "clock", "ratios");
    }

    /** One program's medians. */
    private final class Times {
        private final String name;
        private final List<Took> all = new ArrayList<>();

        Times(String name) {
            this.name = name;
        }

        void add(List<String> command) throws Exception {
            all.add(times(command));
        }

        private double processor() {
            return all.stream().mapToDouble(Took::processor).sorted().toArray()[all.size() / 2];
        }

        private double clock() {
            return all.stream().mapToDouble(Took::clock).sorted().toArray()[all.size() / 2];
        }

        void print(Times least, double aim) {
            System.out.printf(
                    "%-36s %10.0f %10.0f %10.2f processor, %.2f clock (aim: at most %.1f)%n",
                    name, processor(), clock(), processor() / least.processor(), clock() / least.clock(), aim);
        }
    }
}
