package dev.gangway.ui.devices.credentials;

import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.secret.Secret;
import dev.gangway.token.TokenCode;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import dev.gangway.token.jwt.Expectation;
import dev.gangway.token.jwt.TokenReader;
import dev.gangway.token.jwt.TokenReport;
import dev.gangway.ui.kit.token.SigningViewModel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A JSON Web Token: signed here each time the device connects, or one that exists already. */
final class JwtViewModel implements CredentialEditor {
    /** Where it comes from. */
    enum Way {
        SIGNED_HERE,
        PASTED
    }

    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.SIGNED_HERE);
    private final StringProperty pasted = new SimpleStringProperty("");
    private final TokenFieldViewModel field = new TokenFieldViewModel();
    private final EditedDevice device;
    private final SigningViewModel signing;
    private final Clock clock;

    JwtViewModel(EditedDevice device, SigningViewModel signing, Clock clock) {
        this.device = device;
        this.signing = signing;
        this.clock = clock;
    }

    /** Where it comes from. */
    ObjectProperty<Way> way() {
        return way;
    }

    /** A token that exists already. */
    StringProperty pasted() {
        return pasted;
    }

    /** Where it goes. */
    TokenFieldViewModel field() {
        return field;
    }

    /** How it is signed here. */
    SigningViewModel signing() {
        return signing;
    }

    /** What the token says, as a broker that looks at everything would see it; empty where there is none. */
    Optional<TokenReport> report() {
        return token().then(token -> TokenReader.read(token, new CheckingKey.None(), expected()))
                .toOptional();
    }

    @Override
    public Optional<Diagnosis> problem() {
        return way.get() == Way.SIGNED_HERE
                ? token().failure()
                : token().then(token -> TokenReader.read(token, new CheckingKey.None(), expected()))
                        .failure();
    }

    @Override
    public Optional<CredentialChoice> choice() {
        if (way.get() == Way.PASTED) {
            return preview().map(CredentialChoice.Existing::new);
        }
        return signing.signing()
                .map(how -> new CredentialChoice.NewJwt(how, field.inUserName(), field.userName(device)));
    }

    @Override
    public Optional<Credential> preview() {
        return problem().isPresent()
                ? Optional.empty()
                : token().toOptional()
                        .map(token -> new Credential.Jwt(
                                token,
                                field.inUserName(),
                                field.userName(device),
                                way.get() == Way.SIGNED_HERE ? signing.signing() : Optional.empty()));
    }

    @Override
    public List<Observable> inputs() {
        List<Observable> inputs = new ArrayList<>(signing.inputs());
        inputs.addAll(field.inputs());
        inputs.addAll(List.of(way, pasted));
        return inputs;
    }

    @Override
    public void clear() {
        pasted.set("");
    }

    private Outcome<Secret> token() {
        if (way.get() == Way.PASTED) {
            String text = pasted.get().strip();
            return text.isEmpty()
                    ? Diagnosis.of(TokenCode.MALFORMED)
                            .with("parts", 0)
                            .remedy("token.paste-whole")
                            .failed()
                    : Outcome.ok(Secret.of(text));
        }
        return signing.token(device.named("{name}"))
                .orElseGet(() -> signing.keyProblem()
                        .get()
                        .<Outcome<Secret>>map(Outcome::failed)
                        .orElseGet(() -> Diagnosis.of(OnboardingCode.KEY_MISSING)
                                .remedy("onboarding.make-key")
                                .failed()));
    }

    private Expectation expected() {
        return new Expectation(
                clock,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.of(device.named("{name}")),
                field.userName(device));
    }
}
