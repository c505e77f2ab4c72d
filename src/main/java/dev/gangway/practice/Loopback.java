package dev.gangway.practice;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where this computer can be listened on for itself alone: by IPv4, or by IPv6 where there is no IPv4.
 *
 * @param address as a literal
 * @param host what clients call it: the name where it leads there, else the address
 */
record Loopback(String address, String host) {
    private static final String NAME = "localhost";
    private static final List<String> ADDRESSES = List.of("127.0.0.1", "::1");
    private static final int PATIENCE_MILLIS = 1000;

    /** Fails with {@link PracticeCode#NO_LOOPBACK} where there is none. */
    static Outcome<Loopback> find() {
        for (String address : ADDRESSES) {
            try {
                InetAddress candidate = InetAddress.getByName(address);
                if (answers(candidate)) {
                    return Outcome.ok(new Loopback(address, isNamed(candidate) ? NAME : address));
                }
            } catch (IOException absent) {
                // the next one
            }
        }
        return Diagnosis.of(PracticeCode.NO_LOOPBACK)
                .with("addresses", String.join(", ", ADDRESSES))
                .remedy("practice.check-loopback")
                .failed();
    }

    private static boolean answers(InetAddress address) throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, address);
                Socket client = new Socket()) {
            client.connect(new InetSocketAddress(address, probe.getLocalPort()), PATIENCE_MILLIS);
            return true;
        }
    }

    private static boolean isNamed(InetAddress address) {
        try {
            return Arrays.asList(InetAddress.getAllByName(NAME)).contains(address);
        } catch (UnknownHostException nameless) {
            return false;
        }
    }

    /** The host as it stands in an address of the web. */
    String urlHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
