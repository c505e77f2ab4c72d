package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ChainProfile;
import dev.gangway.server.ProfileProvisioning;
import dev.gangway.server.ServerAdapter.Profile;
import dev.gangway.server.ServerCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The device profiles of a server. */
final class ThingsBoardProfiles {
    private final Rest rest;
    private final Pages pages;

    /** Those that {@link #ensure} found or made, by name: many devices of one profile ask for it once. */
    private final Map<String, Profile> known = new ConcurrentHashMap<>();

    ThingsBoardProfiles(Rest rest) {
        this.rest = rest;
        pages = new Pages(rest);
    }

    Outcome<List<Profile>> all(Cancellation cancellation) {
        return rows(ProfileJson::read, cancellation);
    }

    /** Those that trust a certificate chain. */
    Outcome<List<ChainProfile>> chains(Cancellation cancellation) {
        return rows(ProfileJson::chain, cancellation)
                .map(all -> all.stream().flatMap(Optional::stream).toList());
    }

    private <T> Outcome<List<T>> rows(Function<JsonNode, T> reader, Cancellation cancellation) {
        return pages.all(Call.get("/api/deviceProfiles"), "name", reader, cancellation);
    }

    /** The profile of exactly this name; made where it is missing. Asks the server once, until {@link #forget}. */
    Outcome<Profile> ensure(String name, Cancellation cancellation) {
        Profile there = known.get(name);
        if (there != null) {
            return Outcome.ok(there);
        }
        Outcome<Profile> found = ensured(name, cancellation);
        found.toOptional().ifPresent(profile -> known.put(name, profile));
        return found;
    }

    /** The server refused a device: its profile may be gone or another by now. */
    void forget() {
        known.clear();
    }

    private Outcome<Profile> ensured(String name, Cancellation cancellation) {
        return named(name, cancellation)
                .then(found -> found.map(Outcome::ok).orElseGet(() -> {
                    Outcome<Profile> made =
                            save(ProfileJson.fresh(name), new ProfileProvisioning.Disabled(), cancellation);
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

    /** The profile of this name with this strategy; changed or made. */
    Outcome<Profile> set(String name, ProfileProvisioning provisioning, Cancellation cancellation) {
        return named(name, cancellation)
                .then(found -> found.isEmpty()
                        ? Outcome.ok(ProfileJson.fresh(name))
                        : rest.read(
                                Call.get("/api/deviceProfile/" + found.get().id()),
                                json -> (ObjectNode) json,
                                cancellation))
                .then(profile -> save(profile, provisioning, cancellation));
    }

    private Outcome<Optional<Profile>> named(String name, Cancellation cancellation) {
        return all(cancellation)
                .map(all -> all.stream()
                        .filter(profile -> profile.name().equals(name))
                        .findFirst());
    }

    private Outcome<Profile> save(ObjectNode profile, ProfileProvisioning provisioning, Cancellation cancellation) {
        Call call = Call.post("/api/deviceProfile", ProfileJson.with(profile, provisioning))
                .hiding(ProfileJson.secrets(provisioning));
        return rest.read(call, json -> json, cancellation).then(stored -> compared(stored, provisioning));
    }

    private Outcome<Profile> compared(JsonNode stored, ProfileProvisioning provisioning) {
        return ProfileJson.isStored(stored, provisioning)
                ? Outcome.ok(ProfileJson.read(stored))
                : Diagnosis.of(ServerCode.PROFILE_NOT_STORED)
                        .with("host", rest.host())
                        .with("profile", stored.path("name").asText())
                        .remedy("ask-administrator")
                        .failed();
    }
}
