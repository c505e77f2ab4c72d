package dev.gangway.bench.mqtt;

import dev.gangway.bench.MqttOptions.Authentication;

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
    public byte[] answer(byte[] challenge) {
        return Packets.auth(CONTINUE, authentication.method(), first());
    }
}
