package dev.gangway.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.practice.PracticeClient.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The practice server is for this computer alone, and starts whatever of the loopback interface is there. */
class LoopbackIT {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private static PracticeServer server;

    @BeforeAll
    static void start() {
        server = PracticeServer.start(PracticeOptions.freePorts(new dev.gangway.pki.bouncycastle.BouncyCastleMaker()))
                .orThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:PORT",
                "LOCALHOST:PORT",
                "localhost",
                "localhost.:PORT",
                "127.0.0.1:PORT",
                "[::1]:PORT"
            })
    void answersToThisComputersOwnNames(String host) throws IOException {
        assertThat(ask("GET /api/noauth/nothing HTTP/1.1", "Host: " + host)).doesNotStartWith("HTTP/1.1 421");
        assertThat(ask("GET / HTTP/1.0", "X-Nothing: 1")).startsWith("HTTP/1.").contains("Gangway practice server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:PORT",
                "evil.example",
                "localhost.evil.example:PORT",
                "127.0.0.1.evil.example",
                "[::2]:PORT",
                "localhost:PORT:80",
                "localhost@evil.example",
                "192.168.0.7:PORT",
                ""
            })
    void refusesOtherHosts(String host) throws IOException {
        for (String path : List.of("/", "/api/auth/login", "/api/v1/T/telemetry", "/oauth/jwks.json")) {
            String answer = ask("GET " + path + " HTTP/1.1", "Host: " + host);
            assertThat(answer).as(path).matches("(?s)HTTP/1.1 (421|400) .*").doesNotContain("keys");
        }
        assertThat(ask(upgrade("Host: " + host))).matches("(?s)HTTP/1.1 (421|400) .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost.evil.example:PORT",
                "http://localhost:PORT@evil.example",
                "http://127.0.0.1.evil.example",
                "http://192.168.0.7:PORT",
                "file://",
                "null",
                "localhost",
                ""
            })
    void refusesPagesOfOtherHosts(String origin) throws IOException {
        assertThat(ask(upgrade("Host: localhost:PORT", "Origin: " + origin))).startsWith("HTTP/1.1 403 ");
        assertThat(ask(upgrade("Host: localhost:PORT", "Origin: http://localhost", "Origin: " + origin)))
                .startsWith("HTTP/1.1 403 ");
        assertThat(ask(
                        "POST /api/v1/T/telemetry HTTP/1.1",
                        "Host: localhost:PORT",
                        "Origin: " + origin,
                        "Content-Length: 0"))
                .startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:PORT", "https://LOCALHOST", "http://127.0.0.1:3000", "http://[::1]:PORT"})
    void answersPagesOfThisComputer(String origin) throws IOException {
        assertThat(ask(upgrade("Host: localhost:PORT", "Origin: " + origin))).startsWith("HTTP/1.1 101 ");
        assertThat(ask("GET / HTTP/1.1", "Host: localhost:PORT", "Origin: " + origin))
                .startsWith("HTTP/1.1 200 ");
    }

    private static String[] upgrade(String... headers) {
        return Stream.of(
                        Stream.of("GET /mqtt HTTP/1.1"),
                        Stream.of(headers),
                        Stream.of(
                                "Upgrade: websocket",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Protocol: mqtt"))
                .flatMap(lines -> lines)
                .toArray(String[]::new);
    }

    @Test
    void startsWhereOnlyIpVersion6IsThere() throws IOException, InterruptedException {
        String setUp = "ip link set lo up && ip addr del 127.0.0.1/8 dev lo && ip -6 addr show dev lo | grep -q '::1'";
        Assumptions.assumeTrue(
                run("unshare", "-rn", "sh", "-c", setUp).startsWith("0"), "no network namespace can be made here");
        String out = run(
                "unshare",
                "-rn",
                "sh",
                "-c",
                setUp + " && exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starts.class.getName());
        assertThat(out).startsWith("0").contains("started").contains("answered 200");
    }

    @Test
    void saysWhereThereIsNoLoopbackAtAll() throws IOException, InterruptedException {
        Assumptions.assumeTrue(run("unshare", "-rn", "true").startsWith("0"), "no network namespace can be made here");
        String out = run(
                "unshare",
                "-rn",
                "sh",
                "-c",
                "ip link set lo down; ip addr flush dev lo; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starts.class.getName());
        assertThat(out).contains("practice.no-loopback");
    }

    /** Run in a process of its own, in a network of its own. */
    static final class Starts {
        private Starts() {}

        public static void main(String[] args) {
            int code = 1;
            try {
                var maker = new dev.gangway.pki.bouncycastle.BouncyCastleMaker();
                PracticeServer.start(PracticeOptions.freePorts(maker)).handle(Starts::use, why -> print(why.code()));
                code = 0;
            } finally {
                System.exit(code); // the server's threads would keep it alive
            }
        }

        private static void use(PracticeServer running) {
            print("started");
            try (PracticeClient rest = PracticeClient.of(running)) {
                Reply reply = rest.get("/api/auth/user");
                print("answered " + reply.status());
            }
            running.startCoap(0, 0).orThrow();
            running.close();
        }

        private static void print(String line) {
            System.out.println(line);
        }
    }

    private static String ask(String... lines) throws IOException {
        int port = server.restUrl().getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head = String.join("\r\n", lines).replace("PORT", String.valueOf(port));
            OutputStream out = socket.getOutputStream();
            String connection = head.contains("Upgrade: ") ? "Upgrade" : "close";
            out.write((head + "\r\nConnection: " + connection + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    /** Head and body; the connection may stay open behind them. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            read.append((char) next);
            if (read.toString().endsWith("\r\n\r\n")) {
                Matcher length = LENGTH.matcher(read);
                byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
                return read + new String(body, StandardCharsets.UTF_8);
            }
        }
        return read.toString();
    }

    /** The exit code, then what it printed. */
    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() + " " + out : "late " + out;
    }
}
