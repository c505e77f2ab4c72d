package dev.gangway.practice.store;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** Which device signs in with what. */
public final class SignIn {
    private final CredentialsStore credentials;
    private final InstantSource clock;

    SignIn(CredentialsStore credentials, InstantSource clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * The device that this certificate is registered for.
     *
     * @param leaf what the client presented first
     * @param checkDates whether an expired one, or one that is not valid yet, counts as unknown
     */
    public Optional<UUID> byCertificate(X509Certificate leaf, boolean checkDates) {
        if (checkDates && !isValid(leaf)) {
            return Optional.empty();
        }
        return credentials
                .find(CredentialsFormat.id(leaf))
                .filter(row -> row.type() == CredentialsType.X509_CERTIFICATE)
                .map(CredentialsRow::deviceId);
    }

    /** The device with this access token, as the HTTP device API asks. */
    public Optional<UUID> byToken(String token) {
        return credentials
                .find(token)
                .filter(row -> row.type() == CredentialsType.ACCESS_TOKEN)
                .map(CredentialsRow::deviceId);
    }

    /** The device that these fields of CONNECT belong to. */
    public Optional<UUID> byPassword(String clientId, Optional<String> userName, Optional<String> password) {
        Optional<String> user = userName.filter(text -> !text.isEmpty());
        if (user.isEmpty()) {
            return basic(CredentialsFormat.hash(clientId))
                    .filter(row -> matches(row, clientId, userName, password))
                    .map(CredentialsRow::deviceId);
        }
        Optional<CredentialsRow> both = basic(CredentialsFormat.hash(clientId + "|" + user.get()));
        if (both.isPresent()) {
            return both.filter(row -> matches(row, clientId, userName, password))
                    .map(CredentialsRow::deviceId);
        }
        return credentials
                .find(user.get())
                .filter(row -> row.type() == CredentialsType.ACCESS_TOKEN
                        || (row.type() == CredentialsType.MQTT_BASIC && matches(row, clientId, userName, password)))
                .map(CredentialsRow::deviceId);
    }

    private Optional<CredentialsRow> basic(String id) {
        return credentials.find(id).filter(row -> row.type() == CredentialsType.MQTT_BASIC);
    }

    private static boolean matches(
            CredentialsRow row, String clientId, Optional<String> userName, Optional<String> password) {
        MqttBasic stored = MqttBasic.parse(row.credentialsValue().orElseThrow());
        return agrees(stored.clientId(), Optional.of(clientId))
                && agrees(stored.userName(), userName)
                && agrees(stored.password(), password);
    }

    /** What is not stored may be anything. */
    private static boolean agrees(Optional<String> stored, Optional<String> sent) {
        return stored.isEmpty() || stored.equals(sent);
    }

    private boolean isValid(X509Certificate leaf) {
        try {
            leaf.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return false;
        }
    }
}
