package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.RemedyTemplate.advice;

import dev.gangway.diagnosis.Action;
import java.util.List;

/** What the server itself says of a device that it refused. */
public enum DeviceCode implements BenchCode {
    /** The server has no such device. */
    MISSING(
            advice("push-credential", Action.PUSH_CREDENTIAL),
            advice("check-right-server"),
            advice("check-device-name")),
    /** The server keeps another type of credential for this device. */
    CREDENTIAL_TYPE_DIFFERS(
            advice("push-credential", Action.PUSH_CREDENTIAL), advice("use-stored-type", Action.EDIT_CREDENTIAL)),
    /** The server keeps another certificate for this device. */
    CERTIFICATE_DIFFERS(
            advice("push-credential", Action.PUSH_CREDENTIAL), advice("upload-leaf"), advice("use-stored-certificate")),
    /** The server keeps another token or password for this device. */
    LOGIN_DIFFERS(advice("push-credential", Action.PUSH_CREDENTIAL), advice("copy-token", Action.EDIT_CREDENTIAL)),
    /** The device's profile does not allow MQTT. */
    WRONG_TRANSPORT(advice("set-profile", Action.SET_PROFILE), advice("profile-to-default")),
    /** The profile's expression yields no device name from the certificate. */
    NAME_NOT_MATCHED(advice("fix-name-expression"), advice("reissue-with-common-name", Action.REISSUE)),
    /** The device keeps a token, so its certificate chain is not looked at. */
    CHAIN_HOLDS_OTHER_TYPE(advice("push-credential", Action.PUSH_CREDENTIAL), advice("switch-to-x509")),
    /** The server keeps exactly this credential, and refuses all the same. */
    MATCHES_BUT_REFUSED(advice("check-sent-credential"), advice("check-host-is-mqtt"), advice("retry", Action.RETRY));

    private final List<RemedyTemplate> advice;

    DeviceCode(RemedyTemplate... advice) {
        this.advice = List.of(advice);
    }

    @Override
    public String family() {
        return "device";
    }

    @Override
    public List<RemedyTemplate> remedies() {
        return advice;
    }
}
