package dev.gangway.bench.mqtt;

import dev.gangway.bench.model.MqttOptions.Authentication;
import java.util.Optional;

/** Sends a token as it is, for example with the method {@code CUSTOM-JWT}. */
final class TokenAuthenticator implements Authenticator {
    private final Authentication authentication;

    TokenAuthenticator(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public byte[] first() {
        return authentication.secret().withBytes(byte[]::clone);
    }

    @Override
    public Answer answer(byte[] challenge) {
        return new Answer.Data(first());
    }

    @Override
    public Optional<AuthChecked> conclude(byte[] data) {
        return Optional.empty();
    }
}
