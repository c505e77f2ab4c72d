package dev.gangway.practice.rest;

import dev.gangway.practice.rest.Users.User;
import dev.gangway.practice.store.RestRefusal;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Long-lived keys that users sign in with instead of a password. Confined to the server's thread. */
final class ApiKeys {
    /**
     * A key.
     *
     * @param expirationTime milliseconds since 1970; 0 for never
     * @param value the secret itself
     */
    record ApiKey(
            UUID id,
            long createdTime,
            User user,
            long expirationTime,
            String description,
            boolean enabled,
            String value) {
        /** Not the value. */
        @Override
        public String toString() {
            return "API key " + id;
        }
    }

    private final Map<UUID, ApiKey> keys = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    ApiKeys(InstantSource clock) {
        this.clock = clock;
    }

    ApiKey create(User user, String description, boolean enabled, long expirationTime) {
        byte[] secret = new byte[64];
        random.nextBytes(secret);
        String value = "tb_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return put(new ApiKey(UUID.randomUUID(), clock.millis(), user, expirationTime, description, enabled, value));
    }

    List<ApiKey> of(UUID user) {
        return keys.values().stream()
                .filter(key -> key.user().id().equals(user))
                .toList();
    }

    ApiKey enable(UUID id, boolean enabled) {
        ApiKey key = get(id);
        return put(new ApiKey(
                id, key.createdTime(), key.user(), key.expirationTime(), key.description(), enabled, key.value()));
    }

    void delete(UUID id) {
        keys.remove(get(id).id());
    }

    boolean isExpired(ApiKey key) {
        return key.expirationTime() > 0 && key.expirationTime() < clock.millis();
    }

    /**
     * Who this key belongs to.
     *
     * @throws RestRefusal 401 where it is unknown, disabled or expired
     */
    User user(String value) {
        ApiKey key = keys.values().stream()
                .filter(known -> known.value().equals(value))
                .findFirst()
                .orElseThrow(() -> RestRefusal.unauthenticated("Invalid username or password"));
        if (!key.enabled()) {
            throw RestRefusal.unauthenticated("User account is not active");
        }
        if (isExpired(key)) {
            throw RestRefusal.unauthenticated("API key is expired");
        }
        return key.user();
    }

    private ApiKey get(UUID id) {
        ApiKey key = keys.get(id);
        if (key == null) {
            throw RestRefusal.noSuch("Api key", id);
        }
        return key;
    }

    private ApiKey put(ApiKey key) {
        keys.put(key.id(), key);
        return key;
    }
}
