package dev.gangway.practice.coap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.practice.store.AttributeScope;
import dev.gangway.practice.store.Json;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.store.Telemetry;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;

/** Answers what devices post over CoAP. Confined to the server's thread, as the store is. */
final class DeviceRequests {
    private final Store store;

    DeviceRequests(Store store) {
        this.store = store;
    }

    /**
     * An answer.
     *
     * @param separate whether the request is acknowledged first and answered in a message of its own, as ThingsBoard
     *     does where it hands the message on
     */
    record Answer(ResponseCode code, String payload, boolean separate) {
        static Answer at(ResponseCode code) {
            return new Answer(code, "", false);
        }
    }

    /**
     * Answers one request.
     *
     * @param path its segments
     * @param chain what the client presented in DTLS, leaf first
     */
    Answer answer(Code method, List<String> path, byte[] body, List<X509Certificate> chain) {
        if (path.size() < 3 || path.size() > 4 || !path.subList(0, 2).equals(List.of("api", "v1"))) {
            return Answer.at(ResponseCode.NOT_FOUND);
        }
        if (method != Code.POST) {
            return Answer.at(ResponseCode.METHOD_NOT_ALLOWED);
        }
        if (path.size() == 3 && path.get(2).equals("provision")) {
            return provision(body);
        }
        Optional<UUID> device = path.size() == 4
                ? store.signIn().byToken(path.get(2))
                : chain.stream()
                        .flatMap(certificate -> store.signIn().byCertificate(certificate, true).stream())
                        .findFirst();
        return device.map(known -> post(known, path.getLast(), body))
                .orElseGet(() -> Answer.at(ResponseCode.UNAUTHORIZED));
    }

    private Answer post(UUID device, String what, byte[] body) {
        Optional<JsonNode> parsed = parse(body);
        if (what.equals("telemetry") && parsed.filter(Telemetry::isStorable).isPresent()) {
            store.telemetry().store(device, parsed.get());
        } else if (what.equals("attributes") && parsed.orElse(null) instanceof ObjectNode values) {
            store.telemetry().setAttributes(device, AttributeScope.CLIENT_SCOPE, values);
            store.telemetry().active(device);
        } else {
            boolean known = what.equals("telemetry") || what.equals("attributes");
            return Answer.at(known ? ResponseCode.BAD_REQUEST : ResponseCode.NOT_FOUND);
        }
        return new Answer(ResponseCode.CREATED, "", true);
    }

    private Answer provision(byte[] body) {
        return parse(body)
                .map(request -> store.provisioning().answer(request))
                .map(answer -> new Answer(
                        answer.path("status").asText().equals("SUCCESS")
                                ? ResponseCode.CREATED
                                : ResponseCode.BAD_REQUEST,
                        answer.toString(),
                        false))
                .orElseGet(() -> Answer.at(ResponseCode.BAD_REQUEST));
    }

    private static Optional<JsonNode> parse(byte[] body) {
        try {
            JsonNode parsed = Json.LENIENT.readTree(new String(body, java.nio.charset.StandardCharsets.UTF_8));
            return Optional.ofNullable(parsed);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
