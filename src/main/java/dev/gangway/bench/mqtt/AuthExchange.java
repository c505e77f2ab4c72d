package dev.gangway.bench.mqtt;

import dev.gangway.bench.event.AuthDetail;
import dev.gangway.bench.event.AuthDetail.AuthFault;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.mqtt.packet.Auth;
import dev.gangway.bench.mqtt.packet.Connack;
import java.util.Locale;
import java.util.Optional;

/**
 * One enhanced authentication, at CONNECT or again within the session: takes the data out of the server's packets, puts
 * ours into packets, and notes what it thinks of the server. For one exchange and one thread.
 */
final class AuthExchange {
    private static final int AGAIN = 0x19;

    private final Authentication authentication;
    private final Authenticator authenticator;
    private final PacketChannel channel;

    AuthExchange(Authentication authentication, PacketChannel channel) {
        this.authentication = authentication;
        this.authenticator = Authenticator.of(authentication);
        this.channel = channel;
    }

    /** The authentication data of CONNECT. */
    byte[] first() {
        return authenticator.first();
    }

    /** The AUTH packet that begins again within a session. */
    byte[] again() {
        return Packets.auth(AGAIN, authentication.method(), authenticator.first());
    }

    /** The AUTH packet that answers this one; empty, and noted why, where none can be given. */
    Optional<byte[]> answer(Auth auth) {
        return switch (authenticator.answer(auth.properties().authenticationData())) {
            case Authenticator.Answer.Data(byte[] data) ->
                Optional.of(Packets.auth(Auth.CONTINUE, authentication.method(), data));
            case Authenticator.Answer.None(AuthFault why) -> {
                note(Optional.of(why));
                yield Optional.empty();
            }
        };
    }

    /** Success in CONNACK: whether the server proved itself, where the method asks for that; noted. */
    boolean concludedByConnack(Connack connack) {
        return conclude(connack.properties().authenticationData());
    }

    /** The same where the success came in AUTH. */
    boolean concludedByAuth(Auth auth) {
        return conclude(auth.properties().authenticationData());
    }

    /** A proof that is left out is worth a warning: the server gives no other chance to ask for it. */
    private boolean conclude(byte[] data) {
        Optional<Authenticator.AuthChecked> checked = authenticator.conclude(data);
        checked.ifPresent(result -> note(result.fault()));
        return checked.flatMap(Authenticator.AuthChecked::fault)
                .filter(fault -> fault != AuthFault.PROOF_MISSING)
                .isEmpty();
    }

    private void note(Optional<AuthFault> fault) {
        String words = fault.map(what -> what.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("the server knows the password, too");
        channel.note("Server's proof", words, new AuthDetail.AuthChecked(fault));
    }
}
