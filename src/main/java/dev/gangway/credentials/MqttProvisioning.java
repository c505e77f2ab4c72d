package dev.gangway.credentials;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.LiveState;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttMessage;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.rules.SessionCode;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.server.DeviceInterface.Form;
import dev.gangway.server.DeviceInterface.SelfProvisioning;
import dev.gangway.server.ServerAdapter.ProvisionRequest;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import dev.gangway.server.TrustAnchors;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for a device's credential over MQTT, in a session of its own. Safe for use by several threads.
 */
public final class MqttProvisioning {
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final LiveBench bench;
    private final Duration patience;

    /** Creates one that waits 20 s for an answer. */
    public MqttProvisioning(LiveBench bench) {
        this(bench, ANSWER);
    }

    /** Creates one that waits this long for an answer, connecting included. */
    public MqttProvisioning(LiveBench bench, Duration patience) {
        this.bench = bench;
        this.patience = patience;
    }

    /**
     * Asks the server of this entry: over TLS where it offers that. Blocks no longer than its patience.
     *
     * @param how a server of its kind is asked; empty where it cannot be
     */
    public Outcome<Credential> request(
            ServerEntry entry, Optional<SelfProvisioning> how, ProvisionRequest request, Cancellation cancellation) {
        if (how.isEmpty()) {
            return Diagnosis.of(OnboardingCode.SERVER_IS_BROKER)
                    .with("server", entry.name())
                    .remedy("choose-thingsboard")
                    .failed();
        }
        Optional<HostPort> listener = entry.mqtts().or(entry::mqtt);
        if (listener.isEmpty()) {
            return Diagnosis.of(OnboardingCode.NO_LISTENER)
                    .with("server", entry.name())
                    .with("scheme", "mqtt")
                    .remedy("edit-server")
                    .failed();
        }
        Endpoint endpoint = Endpoint.of(
                listener.get().host(), listener.get().port(), entry.mqtts().isPresent());
        return TrustAnchors.of(entry)
                .then(anchors -> request(endpoint, TlsOptions.trusting(anchors), how.get(), request, cancellation));
    }

    /** Asks the server behind this endpoint. Blocks no longer than its patience. */
    public Outcome<Credential> request(
            Endpoint endpoint,
            TlsOptions tls,
            SelfProvisioning how,
            ProvisionRequest request,
            Cancellation cancellation) {
        MqttOptions login = MqttOptions.of(Version.V5, "", Optional.of(how.userName()), Optional.empty());
        Answer answer = new Answer(how, how.form(request, endpoint.host()));
        try (LiveSession session = bench.open(Plan.connect(endpoint, tls, login), answer);
                Cancellation.Registration _ = cancellation.onCancel(session::close)) {
            session.subscribe(how.responseTopic(), 1);
            return answer.await(session, patience);
        }
    }

    /** Sends the request once the answer can arrive, and waits for that, or for the end of the session. */
    private static final class Answer implements Watcher {
        private final SelfProvisioning how;
        private final Form form;
        private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
        private final CompletableFuture<Outcome<Credential>> came = new CompletableFuture<>();

        Answer(SelfProvisioning how, Form form) {
            this.how = how;
            this.form = form;
        }

        Outcome<Credential> await(LiveSession session, Duration patience) {
            Deadline deadline = Deadline.in(patience);
            try {
                if (ready.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS)) {
                    session.publish(MqttMessage.of(new Publication(how.requestTopic(), form.message(), 1)));
                }
                return came.get(deadline.left().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return Diagnosis.of(ServerCode.TIMEOUT)
                        .with("host", form.host())
                        .with("seconds", patience.toSeconds())
                        .remedy(Action.RETRY, "try-again")
                        .failed();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Diagnosis.of(OnboardingCode.CANCELLED).failed();
            }
        }

        @Override
        public void event(Event event) {
            // nobody looks at these
        }

        @Override
        public void subscribed(String filter, int qos) {
            ready.complete(true);
        }

        @Override
        public void received(Publication message) {
            if (message.topic().equals(how.responseTopic())) {
                came.complete(form.judged(message.payload()));
            }
        }

        @Override
        public void problem(Diagnosis diagnosis) {
            fail(diagnosis);
        }

        @Override
        public void state(LiveState state) {
            switch (state) {
                case LiveState.Lost(Diagnosis why) -> fail(inDoubt(why) ? lost() : why);
                case LiveState.Left _, LiveState.Cancelled _ ->
                    fail(Diagnosis.of(OnboardingCode.CANCELLED).build());
                case LiveState.Connecting _, LiveState.Connected _ -> {
                    // goes on
                }
            }
        }

        /** Whether the request was sent and the connection is gone: the server may have done what it was asked for. */
        private boolean inDoubt(Diagnosis why) {
            return ready.isDone() && (why.is(SessionCode.LOST) || why.is(SessionCode.SILENT));
        }

        private Diagnosis lost() {
            return Diagnosis.of(ServerCode.CONNECTION_LOST)
                    .with("host", form.host())
                    .remedy(Action.RETRY, "try-again")
                    .build();
        }

        private void fail(Diagnosis why) {
            came.complete(Outcome.failed(why));
            ready.complete(false);
        }
    }
}
