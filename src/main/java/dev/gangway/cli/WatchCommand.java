package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.Plan;
import dev.gangway.device.Device;
import dev.gangway.server.DeviceInterface.Calls;
import dev.gangway.server.DeviceInterface.SharedAttributes;
import dev.gangway.server.ServerKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stays connected, publishes and subscribes, and shows every packet. */
@Command(
        name = "watch",
        description =
                "Stays connected and shows every packet, until Ctrl+C. With --host no vault is needed; otherwise as"
                        + " a device of the vault, which throws the real one off.")
final class WatchCommand implements Callable<Integer> {
    private static final Duration GOODBYE = Duration.ofSeconds(3);
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    private final Context context;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Parameters(paramLabel = "DEVICE", arity = "0..1", description = "Device of the vault, by name.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--subscribe", paramLabel = "FILTER", description = "Subscribe to these topics; may be repeated.")
    private List<String> filters = List.of();

    @Option(names = "--publish", paramLabel = "TOPIC=PAYLOAD", description = "Publish this; may be repeated.")
    private List<String> messages = List.of();

    @Option(
            names = "--publish-lines",
            paramLabel = "TOPIC",
            description = "Publish each line of the standard input; where that ends, so does the session, unless --for"
                    + " says how long it stays.")
    private Optional<String> linesTopic = Optional.empty();

    @Mixin
    private QosOption qosOption = new QosOption();

    private int qos;
    private Optional<SharedAttributes> shared = Optional.empty();
    private Optional<Calls> calls = Optional.empty();

    @Option(names = "--retain", description = "Have the server keep what is published.")
    private boolean retain;

    @Option(
            names = "--attributes",
            paramLabel = "KEYS",
            arity = "0..1",
            fallbackValue = "",
            description = "ThingsBoard: show changes to shared attributes, and ask for those of these names (a,b).")
    private Optional<String> attributes = Optional.empty();

    @Option(
            names = "--rpc",
            paramLabel = "ANSWER",
            arity = "0..1",
            fallbackValue = "{}",
            description = "ThingsBoard: answer calls of the server with this JSON ({} without one).")
    private Optional<String> answer = Optional.empty();

    @Option(names = "--for", paramLabel = "TIME", description = "Leave after this time: 90s, 5m, 1h.")
    private Optional<String> time = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object a line instead of text.")
    private boolean json;

    WatchCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        qos = qosOption.value();
        Optional<Duration> limit = time.map(text -> Span.parse("--for", text));
        List<MqttMessage> first = new ArrayList<>();
        messages.forEach(text -> first.add(retained(PublicationOptions.message("--publish", text, qos))));
        WatchReport report = json ? new WatchJson(context) : new WatchText(context.terminal());
        if (connection.isGiven()) {
            if (device.isPresent()) {
                throw CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "--host", "other", "DEVICE");
            }
            Plan plan = connection.plan(context.tools());
            ask(context.tools().make().kinds().usual(), first);
            return follow(new LiveBench(Kinds.judge()).open(plan, report), report, first, limit);
        }
        String name = device.orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--host"));
        try (UseCases workspace = vault.open(context)) {
            Device known = new Lookup(workspace).device(name);
            ask(
                    known.server()
                            .server()
                            .flatMap(workspace.servers()::get)
                            .map(workspace.servers()::kind)
                            .orElseGet(() -> workspace.servers().kinds().usual()),
                    first);
            Plan plan = connection.addTo(
                    orFail(workspace.live().plan(known, context.tools().cancellation())));
            return follow(workspace.live().open(known, plan, report), report, first, limit);
        }
    }

    /** What the options mean for a server of this kind; refused where it has nothing of the sort. */
    private void ask(ServerKind server, List<MqttMessage> first) {
        if (attributes.isPresent()) {
            shared = server.devices().attributes();
            SharedAttributes known = shared.orElseThrow(() -> notThere("--attributes"));
            attributes
                    .filter(keys -> !keys.isEmpty())
                    .ifPresent(keys -> first.add(
                            MqttMessage.text(known.request(), known.asking().apply(keys), qos)));
        }
        if (answer.isPresent()) {
            calls = server.devices().calls();
            if (calls.isEmpty()) {
                throw notThere("--rpc");
            }
        }
    }

    private static CommandFailed notThere(String option) {
        return CommandFailed.because(CliCode.OPTION_NOT_FOR_SERVER, "option", option);
    }

    private int follow(LiveSession session, WatchReport report, List<MqttMessage> first, Optional<Duration> limit) {
        Cancellation stop = context.tools().cancellation();
        try (session;
                Cancellation.Registration _ = stop.onCancel(session::leave)) {
            calls.ifPresent(
                    its -> report.onMessage(message -> answer(session, its, message.topic(), answer.orElseThrow())));
            subscribe(session);
            if (report.awaitConnected(session)) {
                first.forEach(session::publish);
                linesTopic.ifPresent(topic -> new LineFeed(context.tools().input(), session, report)
                        .start(
                                line -> retained(MqttMessage.text(topic, line, qos)),
                                qos == 0 ? 0 : first.size(),
                                limit.isEmpty()));
                if (!session.await(limit.orElse(FOR_EVER))) {
                    session.leave();
                }
            }
            session.await(GOODBYE);
            return exitCode(session.state(), stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.CANCELLED;
        }
    }

    private void subscribe(LiveSession session) {
        filters.forEach(filter -> session.subscribe(filter, qos));
        shared.ifPresent(its -> {
            session.subscribe(its.changes(), qos);
            session.subscribe(its.answers(), qos);
        });
        calls.ifPresent(its -> session.subscribe(its.filter(), qos));
    }

    private void answer(LiveSession session, Calls calls, String topic, String text) {
        if (calls.isCall(topic)) {
            // publishing may wait for the server, and this is the thread that listens to it
            Thread.ofVirtual().start(() -> session.publish(MqttMessage.text(calls.answerTo(topic), text, qos)));
        }
    }

    private MqttMessage retained(MqttMessage message) {
        return new MqttMessage(message.topic(), message.payload(), message.qos(), retain, message.properties());
    }

    private static int exitCode(LiveState state, Cancellation stop) {
        if (stop.isCancelled()) {
            return ExitCode.CANCELLED;
        }
        return state instanceof LiveState.Lost ? ExitCode.FAIL : ExitCode.PASS;
    }
}
