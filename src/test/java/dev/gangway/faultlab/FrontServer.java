package dev.gangway.faultlab;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** HAProxy or nginx in front of a broker, with a configuration of its own, until it is closed. */
public final class FrontServer implements AutoCloseable {
    private final Program program;
    private final int port;

    private FrontServer(Program program, int port) {
        this.program = program;
        this.port = port;
        await().until(this::listens);
    }

    /** Whether there is HAProxy on this machine. */
    public static boolean hasHaproxy() {
        return Program.exists(path("haproxy"), "-v");
    }

    /** Whether there is nginx on this machine. */
    public static boolean hasNginx() {
        return Program.exists(path("nginx"), "-v");
    }

    /**
     * HAProxy.
     *
     * @param lines of its configuration; {@code BIND} stands for its own address and port
     */
    public static FrontServer haproxy(Path folder, String... lines) {
        int port = Ports.free();
        String configuration = """
            global
                log stdout format raw daemon
            defaults
                timeout connect 5s
                timeout client 60s
                timeout server 60s
            """ + configuration(port, lines);
        String file = OpensslServer.write(folder, "haproxy.cfg", configuration);
        return new FrontServer(Program.start(path("haproxy"), "-db", "-f", file), port);
    }

    /** nginx as a stream proxy: the same for the inside of its {@code stream} block. */
    public static FrontServer nginx(Path folder, String... lines) {
        int port = Ports.free();
        String module = "/usr/lib/nginx/modules/ngx_stream_module.so";
        String configuration = (Files.exists(Path.of(module)) ? "load_module " + module + ";\n" : "")
                + "daemon off;\nmaster_process off;\nerror_log stderr;\npid " + folder.resolve("nginx-" + port + ".pid")
                + ";\nevents {}\nstream {\n" + configuration(port, lines) + "}\n";
        String file = OpensslServer.write(folder, "nginx.conf", configuration);
        return new FrontServer(Program.start(path("nginx"), "-c", file), port);
    }

    private static String configuration(int port, String... lines) {
        return String.join("\n", List.of(lines)).replace("BIND", "127.0.0.1:" + port) + "\n";
    }

    /** Where Debian puts them, which is not on everybody's path. */
    private static String path(String name) {
        Path usual = Path.of("/usr/sbin", name);
        return Files.isExecutable(usual) ? usual.toString() : name;
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        program.close();
    }
}
