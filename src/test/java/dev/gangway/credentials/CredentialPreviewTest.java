package dev.gangway.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.credentials.CredentialPreview.Line;
import dev.gangway.device.Credential;
import dev.gangway.pki.Fingerprints;
import dev.gangway.secret.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialPreviewTest {
    @Test
    void aTokenIsStoredAsItIsAndSentAsUserName() {
        Secret token = Secret.of("TOKEN");
        CredentialPreview preview = CredentialPreview.of(new Credential.AccessToken(token), "pump-1");
        assertThat(preview.stored()).contains(new Line.Hidden("id", token));
        assertThat(preview.sent())
                .containsExactly(new Line.Open("client-id", "pump-1"), new Line.Hidden("user-name", token));
    }

    @Test
    void aUserNameAloneIsTheIdAndWithAClientIdItIsAHash() {
        assertThat(basic(Optional.empty(), Optional.of("user")).stored()).contains(new Line.Open("id", "user"));
        assertThat(basic(Optional.of("client"), Optional.of("user")).stored())
                .contains(new Line.Open("id", Fingerprints.sha3("client|user")));
        assertThat(basic(Optional.of("client"), Optional.empty()).stored())
                .contains(new Line.Open("id", Fingerprints.sha3("client")));
    }

    @Test
    void nobodyStoresAJwt() {
        Credential jwt = new Credential.Jwt(Secret.of("a.b.c"), false, Optional.of("me"), Optional.empty());
        CredentialPreview preview = CredentialPreview.of(jwt, "pump-1");
        assertThat(preview.stored()).isEmpty();
        assertThat(preview.sent()).contains(new Line.Hidden("password", Secret.of("a.b.c")));
    }

    private static CredentialPreview basic(Optional<String> client, Optional<String> user) {
        return CredentialPreview.of(new Credential.MqttBasic(client, user, Optional.empty()), "pump-1");
    }
}
