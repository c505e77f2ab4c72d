package dev.gangway.faultlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.practice.PracticeClient;
import dev.gangway.practice.PracticeServer;
import java.util.Optional;

/** Asks a server over REST what it knows of a device, as the program does after a refusal. */
record AskedServer(PracticeServer server, String device, String credential) implements ServerFacts.Lookup {
    @Override
    public Optional<ServerFacts> lookUp(Cancellation cancellation) {
        try (PracticeClient client = PracticeClient.of(server)) {
            JsonNode found = client.get("/api/tenant/devices?pageSize=10&page=0&textSearch=" + device)
                    .json();
            JsonNode row = found.path("data").path(0);
            return Optional.of(row.isMissingNode() ? absent() : facts(client, row));
        }
    }

    private ServerFacts facts(PracticeClient client, JsonNode row) {
        JsonNode stored =
                client.get("/api/device/" + id(row.path("id")) + "/credentials").json();
        JsonNode profile = client.get("/api/deviceProfile/" + id(row.path("deviceProfileId")))
                .json();
        boolean certificate = stored.path("credentialsType").asText().equals("X509_CERTIFICATE");
        JsonNode provisioning = profile.path("profileData").path("provisionConfiguration");
        return new ServerFacts(
                true,
                Optional.of(stored.path("credentialsType").asText()),
                Optional.of(stored.path("credentialsId").asText().equals(credential)),
                certificate ? Optional.of(stored.path("credentialsId").asText()) : Optional.empty(),
                Optional.of(profile.path("name").asText()),
                Optional.of(profile.path("transportType").asText()),
                Optional.of(provisioning.path("type").asText()),
                Optional.ofNullable(provisioning.path("certificateRegExPattern").textValue()),
                Optional.empty());
    }

    private static String id(JsonNode entity) {
        return entity.path("id").asText();
    }

    private static ServerFacts absent() {
        return new ServerFacts(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
