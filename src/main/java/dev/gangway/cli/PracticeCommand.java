package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.background.Cancellation;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.practice.coap.CoapListener;
import dev.gangway.vault.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the practice server until it is stopped. */
@Command(
        name = "practice",
        description = "Runs a server on this machine that answers as ThingsBoard does, until Ctrl+C. It keeps nothing.")
final class PracticeCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--rest-port", defaultValue = "0", description = "Of the REST interface; 0 for a free one.")
    private int restPort;

    @Option(names = "--mqtt-port", defaultValue = "0", description = "Of plain MQTT; 0 for a free one.")
    private int mqttPort;

    @Option(names = "--mqtts-port", defaultValue = "0", description = "Of MQTT over TLS; 0 for a free one.")
    private int mqttsPort;

    @Option(
            names = "--https-port",
            defaultValue = "0",
            description = "Of secure WebSockets and enrolment (EST); 0 for a free one.")
    private int httpsPort;

    @Option(names = "--coap-port", defaultValue = "0", description = "Of CoAP (UDP); 0 for a free one.")
    private int coapPort;

    @Option(names = "--coaps-port", defaultValue = "0", description = "Of CoAP over DTLS (UDP); 0 for a free one.")
    private int coapsPort;

    @Option(names = "--ca-file", paramLabel = "FILE", description = "Write the demo authority's certificate here.")
    private Optional<Path> authorityFile = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    PracticeCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        PracticeOptions options = new PracticeOptions(
                context.tools().make().maker(),
                Optional.of(context.tools().make().requests()),
                port("--rest-port", restPort),
                port("--mqtt-port", mqttPort),
                port("--mqtts-port", mqttsPort),
                port("--https-port", httpsPort));
        try (PracticeServer server = orFail(PracticeServer.start(options))) {
            CoapListener coap =
                    orFail(server.startCoap(port("--coap-port", coapPort), port("--coaps-port", coapsPort)));
            authorityFile.ifPresent(file -> write(file, server.authorityPem()));
            print(server, coap);
            CountDownLatch stopped = new CountDownLatch(1);
            try (Cancellation.Registration registration =
                    context.tools().cancellation().onCancel(stopped::countDown)) {
                stopped.await();
            }
        }
        return ExitCode.PASS;
    }

    private void print(PracticeServer server, CoapListener coap) {
        if (json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("url", server.restUrl().toString());
            node.put("host", server.host());
            node.put("mqttPort", server.mqttPort());
            node.put("mqttsPort", server.mqttsPort());
            node.put("httpsPort", server.httpsPort());
            node.put("coapPort", coap.port());
            node.put("coapsPort", coap.securePort());
            node.put("user", server.tenantUser());
            node.put("password", server.tenantPassword());
            node.put("authority", server.authorityPem());
            context.print(node);
            return;
        }
        Terminal terminal = context.terminal();
        terminal.say("practice.running");
        terminal.line("");
        terminal.line("  REST   " + server.restUrl());
        terminal.line("  MQTT   " + server.host() + ":" + server.mqttPort());
        terminal.line("  MQTTS  " + server.host() + ":" + server.mqttsPort());
        terminal.line("  HTTPS  " + server.host() + ":" + server.httpsPort());
        terminal.line("  CoAP   " + server.host() + ":" + coap.port());
        terminal.line("  CoAPs  " + server.host() + ":" + coap.securePort());
        // the same on every demo installation, so no secret
        terminal.line("  " + server.tenantUser() + " / " + server.tenantPassword());
        terminal.line("");
        if (authorityFile.isEmpty()) {
            terminal.block(server.authorityPem().strip());
            terminal.line("");
        }
        terminal.say("practice.stop");
    }

    private static int port(String option, int port) {
        if (port < 0 || port > 0xffff) {
            throw ConnectionOptions.badValue(option, String.valueOf(port));
        }
        return port;
    }

    private static void write(Path file, String text) {
        try {
            WholeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw CommandFailed.because(CliCode.CANNOT_WRITE, "file", file);
        }
    }
}
