import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.EnhancedAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.EnhancedAuthConnectInput;
import com.hivemq.extension.sdk.api.auth.parameter.EnhancedAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.EnhancedAuthOutput;
import com.hivemq.extension.sdk.api.packets.general.DisconnectedReasonCode;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import dev.gangway.bench.mqtt.ScramServer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A HiveMQ in a process of its own, whose extension knows SCRAM and CUSTOM-JWT. Arguments: an empty folder, a port.
 * Says READY on standard output, and ends with its standard input.
 *
 * <p>SCRAM: user {@code pump}, password {@code pencil}; user {@code once} is refused when it authenticates again.
 * CUSTOM-JWT: the token {@code good} is accepted, {@code once} only at CONNECT, anything else is refused.
 */
public final class HiveBroker {
    private HiveBroker() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Files.writeString(
                Files.createDirectories(folder.resolve("conf")).resolve("config.xml"),
                """
                <hivemq>
                  <listeners>
                    <tcp-listener><port>%s</port><bind-address>127.0.0.1</bind-address></tcp-listener>
                  </listeners>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """
                        .formatted(arguments[1]));
        EmbeddedExtension extension = EmbeddedExtension.builder()
                .withId("gangway-authentication")
                .withName("Enhanced authentication for tests")
                .withVersion("1")
                .withAuthor("Gangway")
                .withPriority(0)
                .withStartPriority(1000)
                .withExtensionMain(new Extension())
                .build();
        try (EmbeddedHiveMQ broker = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(folder.resolve("conf"))
                .withDataFolder(Files.createDirectories(folder.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                .withEmbeddedExtension(extension)
                .build()) {
            broker.start().join();
            System.out.println("READY");
            while (System.in.read() >= 0) {
                // until whoever started it closes the pipe
            }
        }
        System.exit(0);
    }

    private static final class Extension implements ExtensionMain {
        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            Services.securityRegistry().setEnhancedAuthenticatorProvider(client -> new Authenticator());
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
            // the process ends
        }
    }

    /** One client. */
    private static final class Authenticator implements EnhancedAuthenticator {
        private Optional<ScramServer> scram = Optional.empty();

        @Override
        public void onConnect(EnhancedAuthConnectInput input, EnhancedAuthOutput output) {
            begin(
                    input.getConnectPacket().getAuthenticationMethod().orElse(""),
                    input.getConnectPacket().getAuthenticationData().map(Authenticator::bytes),
                    false,
                    output);
        }

        @Override
        public void onReAuth(EnhancedAuthInput input, EnhancedAuthOutput output) {
            begin(
                    input.getAuthPacket().getAuthenticationMethod(),
                    input.getAuthPacket().getAuthenticationDataAsArray(),
                    true,
                    output);
        }

        @Override
        public void onAuth(EnhancedAuthInput input, EnhancedAuthOutput output) {
            byte[] proof = input.getAuthPacket().getAuthenticationDataAsArray().orElse(new byte[0]);
            scram.flatMap(server -> server.conclude(proof))
                    .ifPresentOrElse(
                            output::authenticateSuccessfully,
                            () -> output.failAuthentication(DisconnectedReasonCode.NOT_AUTHORIZED, "wrong password"));
        }

        private void begin(String method, Optional<byte[]> data, boolean again, EnhancedAuthOutput output) {
            String said = new String(data.orElse(new byte[0]), StandardCharsets.UTF_8);
            if (method.startsWith("SCRAM-SHA-")) {
                String user = said.startsWith("n,,n=once,") ? "once" : "pump";
                if (again && user.equals("once")) {
                    output.failAuthentication(DisconnectedReasonCode.NOT_AUTHORIZED, "account closed");
                    return;
                }
                int hash = Integer.parseInt(method.substring("SCRAM-SHA-".length()));
                scram = Optional.of(new ScramServer(hash, user, "pencil", 4096, "hivemq-nonce"));
                scram.get()
                        .challenge(data.orElse(new byte[0]))
                        .ifPresentOrElse(
                                output::continueAuthentication,
                                () -> output.failAuthentication(
                                        DisconnectedReasonCode.NOT_AUTHORIZED, "no such user"));
            } else if (!method.equals("CUSTOM-JWT")) {
                output.failAuthentication(
                        DisconnectedReasonCode.BAD_AUTHENTICATION_METHOD, "SCRAM or CUSTOM-JWT, please");
            } else if (said.equals("good") || said.equals("once") && !again) {
                output.authenticateSuccessfully();
            } else {
                output.failAuthentication(DisconnectedReasonCode.NOT_AUTHORIZED, "token expired");
            }
        }

        private static byte[] bytes(ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
    }
}
