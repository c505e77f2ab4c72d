package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter.Profile;
import dev.gangway.server.ServerCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The device profiles of a server. */
final class Profiles {
    private static final int PAGE = 100;
    private static final int MAX_PAGES = 100;

    private final Rest rest;

    Profiles(Rest rest) {
        this.rest = rest;
    }

    Outcome<List<Profile>> all(Cancellation cancellation) {
        List<Profile> all = new ArrayList<>();
        for (int page = 0; page < MAX_PAGES; page++) {
            Call call = Call.get("/api/deviceProfiles")
                    .with("pageSize", PAGE)
                    .with("page", page)
                    .with("sortProperty", "name")
                    .with("sortOrder", "ASC");
            Outcome<Boolean> more = rest.read(
                    call,
                    json -> {
                        Rest.need(json, "data").forEach(row -> all.add(profile(row)));
                        return json.path("hasNext").asBoolean();
                    },
                    cancellation);
            switch (more) {
                case Outcome.Failed<Boolean>(Diagnosis why) -> {
                    return Outcome.failed(why);
                }
                case Outcome.Ok<Boolean>(Boolean hasNext) -> {
                    if (!hasNext) {
                        return Outcome.ok(List.copyOf(all));
                    }
                }
            }
        }
        return Outcome.ok(List.copyOf(all));
    }

    /** The profile of exactly this name; made where it is missing. */
    Outcome<Profile> ensure(String name, Cancellation cancellation) {
        return named(name, cancellation)
                .then(found -> found.map(Outcome::ok).orElseGet(() -> {
                    Outcome<Profile> made = save(plain(name), cancellation);
                    // Somebody made it between our two calls.
                    boolean raced = made.failure()
                            .filter(why -> why.is(ServerCode.NAME_EXISTS))
                            .isPresent();
                    return raced
                            ? named(name, cancellation)
                                    .then(now -> now.map(Outcome::ok).orElse(made))
                            : made;
                }));
    }

    private Outcome<Optional<Profile>> named(String name, Cancellation cancellation) {
        return all(cancellation)
                .map(all -> all.stream()
                        .filter(profile -> profile.name().equals(name))
                        .findFirst());
    }

    private Outcome<Profile> save(ObjectNode json, Cancellation cancellation) {
        return rest.read(Call.post("/api/deviceProfile", json), Profiles::profile, cancellation);
    }

    /** The least that ThingsBoard takes; type, transport and profile data have no defaults there. */
    private static ObjectNode plain(String name) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("name", name)
                .put("type", "DEFAULT")
                .put("transportType", "DEFAULT")
                .put("provisionType", "DISABLED");
        ObjectNode data = profile.putObject("profileData");
        data.putObject("configuration").put("type", "DEFAULT");
        data.putObject("transportConfiguration").put("type", "DEFAULT");
        data.putObject("provisionConfiguration").put("type", "DISABLED");
        return profile;
    }

    private static Profile profile(JsonNode json) {
        return new Profile(
                Rest.id(json, "id"),
                Rest.text(json, "name"),
                Rest.text(json, "transportType"),
                json.path("default").asBoolean());
    }
}
