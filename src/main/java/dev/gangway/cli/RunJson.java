package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.paho.StockJavaResult;
import dev.gangway.bench.tls.Negotiated;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.Fingerprints;
import dev.gangway.stored.StoredNames;
import dev.gangway.ui.text.Words;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A test as one JSON object; its shape is in docs/cli.md and only ever grows. */
final class RunJson {
    private final Words words;

    RunJson(Words words) {
        this.words = words;
    }

    /** A test that ran. */
    ObjectNode of(Run run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", run.passed() ? "pass" : "fail");
        switch (run.verdict()) {
            case Verdict.Failed(Diagnosis diagnosis) ->
                node.set("diagnosis", new ConclusionJson(words).of(diagnosis, run.conclusion()));
            case Verdict.Passed passed -> node.putNull("diagnosis");
            case Verdict.Cancelled cancelled ->
                node.set(
                        "diagnosis",
                        Diagnoses.json(words, Diagnosis.of(CliCode.CANCELLED).build()));
        }
        notes(node.putArray("notes"), run.checks());
        servers(node.putArray("servers"), run.checks());
        run.checks().stream()
                .filter(check -> check.key().startsWith(StockJavaResult.PREFIX))
                .forEach(check -> stockJava(node.putObject("stockJava"), check));
        connack(node, run);
        tls(node, run);
        ArrayNode events = node.putArray("events");
        run.events().forEach(event -> event(events.addObject(), event));
        return node;
    }

    /** A test that could not begin. */
    ObjectNode of(Diagnosis diagnosis) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", "fail");
        node.set("diagnosis", Diagnoses.json(words, diagnosis));
        node.putNull("connack");
        node.putNull("tls");
        node.putArray("events");
        return node;
    }

    /** One that is kept: the fields that do not need the plan. */
    static ObjectNode ofRecording(Recording recording) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", recording.passed() ? "pass" : "fail");
        if (recording.verdict() instanceof Verdict.Failed(Diagnosis why)) {
            node.putObject("diagnosis").put("code", why.code());
        } else {
            node.putNull("diagnosis");
        }
        ArrayNode events = node.putArray("events");
        recording.events().forEach(event -> event(events.addObject(), event));
        return node;
    }

    static void event(ObjectNode node, Event event) {
        node.put("atMicros", event.atMicros());
        node.put("layer", event.layer().name().toLowerCase(Locale.ROOT));
        node.put("direction", event.direction().name().toLowerCase(Locale.ROOT));
        node.put("name", event.name());
        node.put("bytes", event.bytes());
        node.put("detail", event.summary());
    }

    /** What is worth knowing beside the verdict, whatever that is. */
    private void notes(ArrayNode notes, List<Check> checks) {
        checks.stream().filter(check -> check.state() != Check.State.OK).forEach(check -> {
            ObjectNode note = notes.addObject();
            note.put("code", check.key());
            note.put("severity", StoredNames.of(check.state()).toLowerCase(Locale.ROOT));
            note.put("text", words.check(check.key(), check.args()));
        });
    }

    /** What stands at the other end, as far as it shows, the surest first. */
    private void servers(ArrayNode servers, List<Check> checks) {
        checks.stream().filter(check -> check.args().containsKey("kind")).forEach(check -> {
            ObjectNode server = servers.addObject();
            server.put("kind", check.args().get("kind"));
            server.put("name", check.args().get("server"));
            server.put("certainty", check.key().substring(check.key().lastIndexOf('.') + 1));
            server.put("by", check.args().get("by"));
            server.put("text", words.check(check.key(), check.args()));
        });
    }

    /** What a stock Java client got, where it was asked to try. */
    private void stockJava(ObjectNode client, Check check) {
        client.put("result", check.key().substring(StockJavaResult.PREFIX.length()));
        check.args().forEach(client::put);
        client.put("text", words.check(check.key(), check.args()));
    }

    private static void connack(ObjectNode node, Run run) {
        Optional<Connack> connack = details(run, Connack.class).findFirst();
        if (connack.isEmpty()) {
            node.putNull("connack");
            return;
        }
        ObjectNode answer = node.putObject("connack");
        answer.put("code", connack.get().code());
        answer.put("reason", connack.get().reason().orElse(null));
    }

    private static void tls(ObjectNode node, Run run) {
        Optional<Negotiated> negotiated = Negotiated.of(run.events());
        if (negotiated.isEmpty()) {
            node.putNull("tls");
            return;
        }
        ObjectNode tls = node.putObject("tls");
        negotiated(tls, negotiated.get());
        tls.put("serverVerified", isServerVerified(run));
        ArrayNode chain = tls.putArray("serverChain");
        certificates(run, Direction.IN).forEach(each -> certificate(chain.addObject(), each));
        ObjectNode client = tls.putObject("clientCertificate");
        Optional<TlsDetail.CertificateRequested> request =
                details(run, TlsDetail.CertificateRequested.class).findFirst();
        client.put("requested", request.isPresent());
        client.put("sent", certificates(run, Direction.OUT).findAny().isPresent());
        ArrayNode issuers = client.putArray("acceptedIssuers");
        request.ifPresent(asked -> asked.acceptedIssuers().forEach(issuers::add));
    }

    /** Whether a chain came, and nothing was found that speaks against it, its dates or its name. */
    private static boolean isServerVerified(Run run) {
        List<TlsDetail.ServerChainJudged> judged =
                details(run, TlsDetail.ServerChainJudged.class).toList();
        boolean revoked = details(run, TlsDetail.StapleJudged.class)
                .anyMatch(staple -> staple.staple() == TlsDetail.Staple.REVOKED);
        return !judged.isEmpty()
                && !revoked
                && judged.stream()
                        .flatMap(each -> each.faults().stream())
                        .noneMatch(fault -> fault.kind().isFatal());
    }

    private static void negotiated(ObjectNode tls, Negotiated negotiated) {
        Optional<TlsDetail.ServerHello> hello = negotiated.chosen();
        tls.put("version", hello.map(TlsDetail.ServerHello::version).orElse(null));
        tls.put("cipher", hello.map(TlsDetail.ServerHello::cipherSuite).orElse(null));
        tls.put("group", negotiated.group().orElse(null));
        tls.put("signatureScheme", negotiated.scheme().orElse(null));
        tls.put("alpn", negotiated.alpn().orElse(null));
        TlsDetail.ClientHello offered = negotiated.offered();
        ObjectNode offer = tls.putObject("offered");
        offer.put("serverName", offered.serverName().orElse(null));
        list(offer, "versions", offered.versions());
        list(offer, "suites", offered.cipherSuites());
        list(offer, "groups", offered.groups());
        list(offer, "signatureSchemes", offered.signatureSchemes());
        list(offer, "alpn", offered.alpn());
    }

    private static void list(ObjectNode node, String name, List<String> values) {
        values.forEach(node.putArray(name)::add);
    }

    private static void certificate(ObjectNode node, X509Certificate certificate) {
        node.put("subject", certificate.getSubjectX500Principal().getName());
        node.put("issuer", certificate.getIssuerX500Principal().getName());
        node.put("notBefore", certificate.getNotBefore().toInstant().toString());
        node.put("notAfter", certificate.getNotAfter().toInstant().toString());
        node.put("sha256", Fingerprints.sha256(certificate));
    }

    private static Stream<X509Certificate> certificates(Run run, Direction direction) {
        return run.events().stream()
                .filter(event -> event.direction() == direction)
                .map(Event::detail)
                .filter(TlsDetail.Certificates.class::isInstance)
                .map(TlsDetail.Certificates.class::cast)
                .flatMap(certificates -> certificates.chain().stream());
    }

    private static <D extends Detail> Stream<D> details(Run run, Class<D> type) {
        return run.events().stream().map(Event::detail).filter(type::isInstance).map(type::cast);
    }
}
