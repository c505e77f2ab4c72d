package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.rules.MqttCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Azure's user names name service, device and version of the interface, and the device is the client id. */
final class UserNameRules {
    private UserNameRules() {}

    /**
     * Judges the user name.
     *
     * @param form its first group is the device
     * @param wanted the same for people
     */
    static void judge(Situation situation, Pattern form, String wanted) {
        String name = situation.findings().mqtt().userName().orElse("");
        Matcher matcher = form.matcher(name);
        if (!matcher.matches()) {
            situation.first(situation
                    .draft(MqttCode.USER_NAME_FORM)
                    .with("wanted", wanted)
                    .known(situation.says(name.isEmpty() ? "user-name-missing" : fault(name), "wanted", wanted)));
            return;
        }
        String service = name.substring(0, name.indexOf('/'));
        String host = situation
                .findings()
                .plan()
                .tls()
                .expectedName(situation.findings().plan().endpoint().host());
        boolean otherHub = service.contains(".azure-devices.")
                && host.contains(".azure-devices.")
                && !service.equalsIgnoreCase(host);
        if (otherHub) {
            situation.first(situation
                    .draft(MqttCode.USER_NAME_FORM)
                    .with("wanted", wanted)
                    .known(situation.says("other-hub", "service", service, "host", host))
                    .proven(Proof.KNOWN_HERE));
        }
        String device = Optional.ofNullable(matcher.group(1)).orElse("");
        String clientId = situation.findings().mqtt().clientId();
        if (!device.equals(clientId)) {
            situation.first(situation
                    .draft(MqttCode.CLIENT_ID_DIFFERS)
                    .with("clientId", clientId)
                    .with("expected", device)
                    .known(situation.says("client-id", "clientId", clientId, "expected", device))
                    .offer("use-client-id", "clientId", device)
                    .proven(Proof.KNOWN_HERE));
        }
    }

    private static String fault(String name) {
        return name.contains("api-version") ? "user-name-form" : "api-version-missing";
    }
}
