package dev.gangway.enrolment.cmp;

import dev.gangway.brokers.ChildProcess;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Pem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * OpenSSL's CMP server for tests: it always hands out the one certificate that it was started with. It listens on every
 * address, as it cannot do otherwise, and only as long as a test runs.
 */
public final class CmpMock implements AutoCloseable {
    /** Name of the secret. */
    public static final String REFERENCE = "pump-1";
    /** What it knows. */
    public static final String SECRET = "secret of the pump";

    private final ChildProcess process;
    private final int port;

    private CmpMock(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** One with this authority, which knows one secret and trusts certificates of its own. */
    public static CmpMock start(Path folder, Identity authority, X509Certificate handedOut, String... more)
            throws IOException {
        int port = ChildProcess.freePort();
        Path ca = Files.writeString(folder.resolve("ca.pem"), Pem.certificates(authority.chain()));
        Path key = folder.resolve("ca.key");
        Files.write(key, Pem.privateKey(authority.key()).withBytes(byte[]::clone));
        Path issued = Files.writeString(folder.resolve("issued.pem"), Pem.certificate(handedOut));
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "cmp",
                "-port",
                String.valueOf(port),
                "-srv_ref",
                REFERENCE,
                "-srv_secret",
                "pass:" + SECRET,
                "-srv_cert",
                ca.toString(),
                "-srv_key",
                key.toString(),
                "-srv_trusted",
                ca.toString(),
                "-rsp_cert",
                issued.toString()));
        command.addAll(List.of(more));
        return new CmpMock(
                ChildProcess.start(
                        new ProcessBuilder(command),
                        folder.resolve("cmp-" + port + ".log"),
                        Duration.ofSeconds(20),
                        () -> accepts(port)),
                port);
    }

    private static boolean accepts(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    /** Where it is. */
    public String url() {
        return "http://127.0.0.1:" + port + "/pkix/";
    }

    @Override
    public void close() {
        process.close();
    }
}
