package dev.gangway.line.label;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A network printer that speaks ZPL on TCP, commonly port 9100. Asks for its status with {@code ~HS} (Zebra's ZPL II
 * Programming Guide, "Host Status Return") before and after each label. Blocks; safe for use by several threads, which
 * then take turns at the printer. Never ran with a real printer: only with one that a test plays by that guide.
 *
 * @param host name or address
 * @param port commonly 9100
 * @param deadline for connecting, and for each answer
 */
public record ZplPrinter(String host, int port, Duration deadline) {
    private static final char START = 2;
    private static final char END = 3;

    /**
     * Prints; fails with what the printer says is wrong, before or after.
     *
     * @param sent called once the printer was ready and has been sent all
     */
    public Outcome<Outcome.Done> print(String zpl, Runnable sent) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) deadline.toMillis());
            socket.setSoTimeout((int) deadline.toMillis());
            return status(socket).then(_ -> {
                try {
                    send(socket, zpl);
                } catch (IOException e) {
                    return unreachable();
                }
                sent.run();
                return status(socket);
            });
        } catch (IOException e) {
            return unreachable();
        }
    }

    /** Asks how the printer is, and prints nothing. */
    public Outcome<Outcome.Done> status() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) deadline.toMillis());
            socket.setSoTimeout((int) deadline.toMillis());
            return status(socket);
        } catch (IOException e) {
            return unreachable();
        }
    }

    private Outcome<Outcome.Done> status(Socket socket) {
        try {
            send(socket, "~HS\n");
            List<String> lines = new ArrayList<>();
            while (lines.size() < 3) {
                lines.add(line(socket.getInputStream()));
            }
            return judged(lines);
        } catch (SocketTimeoutException e) {
            return failed(LabelCode.PRINTER_SILENT, "label.printer-language");
        } catch (IOException e) {
            return unreachable();
        }
    }

    /** One string of the answer, between STX and ETX. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean begun = false;
        for (int i = 0; i < 1_024; i++) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("ended");
            }
            if (one == END && begun) {
                return line.toString();
            }
            if (begun) {
                line.append((char) one);
            }
            begun |= one == START;
        }
        return line.toString();
    }

    /** String 1: communication, paper out, pause, label length, formats in buffer, buffer full …; string 2: head, ribbon. */
    private Outcome<Outcome.Done> judged(List<String> lines) {
        String[] first = lines.get(0).split(",");
        String[] second = lines.get(1).split(",");
        if (first.length < 6 || second.length < 4) {
            return failed(LabelCode.PRINTER_ANSWER, "label.printer-language");
        }
        if (second[2].equals("1")) {
            return failed(LabelCode.HEAD_OPEN, "label.close-head");
        }
        if (first[1].equals("1")) {
            return failed(LabelCode.PAPER_OUT, "label.load-labels");
        }
        if (second[3].equals("1")) {
            return failed(LabelCode.RIBBON_OUT, "label.load-ribbon");
        }
        if (first[5].equals("1")) {
            return failed(LabelCode.BUFFER_FULL, "label.wait-printer");
        }
        return first[2].equals("1") ? failed(LabelCode.PAUSED, "label.resume-printer") : Outcome.done();
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private <T> Outcome<T> unreachable() {
        return failed(LabelCode.PRINTER_UNREACHABLE, "label.check-printer");
    }

    private <T> Outcome<T> failed(LabelCode code, String remedy) {
        return Diagnosis.of(code)
                .with("host", host)
                .with("port", port)
                .remedy(remedy)
                .failed();
    }
}
