package dev.gangway.bench.profile;

import dev.gangway.bench.tls.decode.TlsNames;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * A ClientHello as it was on the wire, read without any code of the bench (RFC 8446, section 4.1.2).
 *
 * @param suites in order; the one that only says that secure renegotiation is known is left out
 * @param groups in order
 * @param schemes numbers, in order
 * @param extensions types and contents, in order
 */
record RawHello(List<String> suites, List<String> groups, List<Integer> schemes, Map<String, byte[]> extensions) {
    private static final int RENEGOTIATION_SCSV = 0xFF;

    /** What somebody sends who connects to the port that this is given. */
    static RawHello of(IntConsumer client) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<RawHello> seen = CompletableFuture.supplyAsync(() -> {
                try (Socket socket = listener.accept()) {
                    return read(new DataInputStream(socket.getInputStream()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            client.accept(listener.getLocalPort());
            return seen.get();
        }
    }

    private static RawHello read(DataInputStream in) throws IOException {
        in.skipNBytes(3);
        byte[] record = new byte[in.readUnsignedShort()];
        in.readFully(record);
        ByteBuffer bytes = ByteBuffer.wrap(record).position(4 + 2 + 32);
        skip(bytes, bytes.get());
        List<String> suites = new ArrayList<>();
        for (int suite : numbers(take(bytes, bytes.getShort()))) {
            if (suite != RENEGOTIATION_SCSV) {
                suites.add(TlsNames.suite(suite));
            }
        }
        skip(bytes, bytes.get());
        Map<String, byte[]> extensions = new LinkedHashMap<>();
        ByteBuffer rest = ByteBuffer.wrap(take(bytes, bytes.getShort()));
        while (rest.hasRemaining()) {
            String name = TlsNames.extension(rest.getShort() & 0xFFFF);
            extensions.put(name, take(rest, rest.getShort()));
        }
        return new RawHello(
                suites,
                list(extensions, "supported_groups").stream()
                        .map(TlsNames::group)
                        .toList(),
                list(extensions, "signature_algorithms"),
                extensions);
    }

    private static List<Integer> list(Map<String, byte[]> extensions, String name) {
        byte[] data = extensions.getOrDefault(name, new byte[2]);
        return numbers(java.util.Arrays.copyOfRange(data, 2, data.length));
    }

    private static List<Integer> numbers(byte[] data) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i + 1 < data.length; i += 2) {
            numbers.add((data[i] & 0xFF) << 8 | data[i + 1] & 0xFF);
        }
        return numbers;
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] taken = new byte[length & 0xFFFF];
        from.get(taken);
        return taken;
    }

    private static void skip(ByteBuffer in, int length) {
        in.position(in.position() + (length & 0xFF));
    }
}
