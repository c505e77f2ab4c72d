package dev.gangway.faultlab;

import dev.gangway.pki.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code openssl s_server} on a free port: a TLS server that judges client certificates as OpenSSL does. */
public final class OpensslServer implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("ACCEPT 127\\.0\\.0\\.1:(\\d+)");

    private final Program program;
    private final int port;

    private OpensslServer(Program program) {
        this.program = program;
        this.port = Integer.parseInt(program.awaitLine(LISTENING));
    }

    /** Shows this identity; further arguments as s_server knows them. */
    public static OpensslServer start(Path folder, Identity identity, String... args) {
        List<String> all = new ArrayList<>(List.of("s_server", "-accept", "127.0.0.1:0"));
        all.addAll(List.of("-cert", write(folder, "server.pem", Pems.pem(identity.leaf()))));
        all.addAll(List.of("-key", write(folder, "server.key", Pems.pem(identity.key()))));
        if (identity.chain().size() > 1) {
            all.addAll(List.of(
                    "-cert_chain",
                    write(
                            folder,
                            "chain.pem",
                            Pems.pem(
                                    identity.chain().subList(1, identity.chain().size())))));
        }
        all.addAll(List.of(args));
        return new OpensslServer(Program.start("openssl", all.toArray(String[]::new)));
    }

    /** Whether there is one on this machine. */
    public static boolean isInstalled() {
        return Program.exists("openssl", "version");
    }

    /** Writes a file for it, and says where. */
    static String write(Path folder, String name, String text) {
        try {
            Path file = Files.createTempFile(folder, "", name);
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has printed a line that holds this; returns the first group. */
    public String awaitLine(Pattern pattern) {
        return program.awaitLine(pattern);
    }

    /** Gives it a command, for example {@code k} for a KeyUpdate. */
    public void type(String command) {
        program.type(command);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        program.close();
    }
}
