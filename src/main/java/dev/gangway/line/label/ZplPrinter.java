package dev.gangway.line.label;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
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
import java.util.Optional;

/**
 * A network printer that speaks ZPL on TCP, commonly port 9100. Asks for its status with {@code ~HS} (Zebra's ZPL II
 * Programming Guide, "Host Status Return") before and after each label. Blocks; safe for use by several threads, which
 * then take turns at the printer. Never ran with a real printer: only with one that a test plays by that guide.
 *
 * @param host name or address
 * @param port commonly 9100
 * @param deadline for connecting, for each answer, and for what was sent to have left the printer's memory
 */
public record ZplPrinter(String host, int port, Duration deadline) {
    private static final char START = 2;
    private static final char END = 3;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    /** What a printer says of itself, with what it has still to print. */
    private record Status(Optional<Diagnosis> wrong, int waiting) {}

    /**
     * Prints, and waits until the printer has nothing left to print; fails with what it says is wrong, before or after.
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
                return printed(socket);
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
        return asked(socket)
                .then(status -> status.wrong()
                        .<Outcome<Outcome.Done>>map(Outcome::failed)
                        .orElseGet(Outcome::done));
    }

    /** A printer that has taken a label and stands still says that nothing is wrong, and that it has one waiting. */
    private Outcome<Outcome.Done> printed(Socket socket) {
        Deadline end = Deadline.in(deadline);
        while (true) {
            Outcome<Status> now = asked(socket);
            Optional<Diagnosis> wrong = now.failure().or(() -> now.orThrow().wrong());
            if (wrong.isPresent()) {
                return Outcome.failed(wrong.get());
            }
            if (now.orThrow().waiting() == 0) {
                return Outcome.done();
            }
            if (end.left().toMillis() <= BETWEEN.toMillis() || !new Cancellation().pause(BETWEEN)) {
                return failed(LabelCode.NOT_PRINTED, "label.clear-printer");
            }
        }
    }

    private Outcome<Status> asked(Socket socket) {
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

    /**
     * String 1: communication, paper out, pause, label length, formats in buffer, buffer full …; string 2: settings, unused,
     * head, ribbon, three modes, label to be taken off, labels of the batch that are left …
     */
    private Outcome<Status> judged(List<String> lines) {
        String[] first = lines.get(0).split(",");
        String[] second = lines.get(1).split(",");
        if (first.length < 6 || second.length < 9 || !isNumber(first[4]) || !isNumber(second[8])) {
            return failed(LabelCode.PRINTER_ANSWER, "label.printer-language");
        }
        Optional<Diagnosis> wrong = Optional.empty();
        if (second[2].equals("1")) {
            wrong = Optional.of(because(LabelCode.HEAD_OPEN, "label.close-head"));
        } else if (first[1].equals("1")) {
            wrong = Optional.of(because(LabelCode.PAPER_OUT, "label.load-labels"));
        } else if (second[3].equals("1")) {
            wrong = Optional.of(because(LabelCode.RIBBON_OUT, "label.load-ribbon"));
        } else if (first[5].equals("1")) {
            wrong = Optional.of(because(LabelCode.BUFFER_FULL, "label.wait-printer"));
        } else if (first[2].equals("1")) {
            wrong = Optional.of(because(LabelCode.PAUSED, "label.resume-printer"));
        }
        return Outcome.ok(new Status(wrong, Integer.parseInt(first[4]) + Integer.parseInt(second[8])));
    }

    private static boolean isNumber(String text) {
        return text.length() <= 8 && text.chars().allMatch(each -> each >= '0' && each <= '9') && !text.isEmpty();
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
        return Outcome.failed(because(code, remedy));
    }

    private Diagnosis because(LabelCode code, String remedy) {
        return Diagnosis.of(code)
                .with("host", host)
                .with("port", port)
                .remedy(remedy)
                .build();
    }
}
