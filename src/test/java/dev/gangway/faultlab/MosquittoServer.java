package dev.gangway.faultlab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Mosquitto with three listeners on the loopback address, for the time of a test class. */
final class MosquittoServer implements AutoCloseable {
    static final String USER = "pump";
    static final String PASSWORD = "right-password";

    private static final Pattern RUNNING = Pattern.compile("mosquitto version (\\S+) running");

    private final Program program;
    final int plain;
    final int tls;
    final int mutualTls;

    private MosquittoServer(Program program, int plain, int tls, int mutualTls) {
        this.program = program;
        this.plain = plain;
        this.tls = tls;
        this.mutualTls = mutualTls;
        program.awaitLine(RUNNING);
    }

    /** Trusts the root of these devices and has revoked {@code devices.other}. */
    static MosquittoServer start(Path folder, Devices devices) {
        int plain = Ports.free();
        int tls = Ports.free();
        int mutualTls = Ports.free();
        var server = devices.server();
        String authority = OpensslServer.write(folder, "ca.pem", Pems.pem(devices.root.leaf()));
        String keys = "certfile " + OpensslServer.write(folder, "server.pem", Pems.pem(server.chain())) + "\nkeyfile "
                + OpensslServer.write(folder, "server.key", Pems.pem(server.key())) + "\n";
        String revoked = OpensslServer.write(
                folder, "crl.pem", Forge.revoking(devices.root, devices.direct.leaf()) + Forge.revoking(devices.line));
        String access = OpensslServer.write(folder, "acl", "user " + USER + "\ntopic readwrite allowed/#\n");
        String configuration =
                """
                user root
                per_listener_settings true
                listener %d 127.0.0.1
                allow_anonymous false
                password_file %s
                acl_file %s
                listener %d 127.0.0.1
                allow_anonymous true
                %slistener %d 127.0.0.1
                allow_anonymous true
                require_certificate true
                cafile %s
                crlfile %s
                %s""".formatted(plain, passwords(folder), access, tls, keys, mutualTls, authority, revoked, keys);
        String file = OpensslServer.write(folder, "mosquitto.conf", configuration);
        return new MosquittoServer(Program.start(program(), "-v", "-c", file), plain, tls, mutualTls);
    }

    /** Where Debian puts it, which is not on everybody's path. */
    private static String program() {
        return Files.isExecutable(Path.of("/usr/sbin/mosquitto")) ? "/usr/sbin/mosquitto" : "mosquitto";
    }

    private static String passwords(Path folder) {
        String file = OpensslServer.write(folder, "passwords", "");
        Program.run("mosquitto_passwd", "-b", file, USER, PASSWORD);
        return file;
    }

    @Override
    public void close() {
        program.close();
    }
}
