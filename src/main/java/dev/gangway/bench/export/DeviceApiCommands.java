package dev.gangway.bench.export;

import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The same post to the device API with curl, or with the coap-client of libcoap; the token is a shell variable. */
final class DeviceApiCommands {
    private DeviceApiCommands() {}

    static List<String> of(Plan plan) {
        Endpoint endpoint = plan.endpoint();
        if (!endpoint.transport().isDeviceApi()) {
            return List.of();
        }
        List<String> words = endpoint.transport().isHttp() ? curl(plan) : coapClient(plan);
        return List.of(String.join(" ", words));
    }

    private static List<String> curl(Plan plan) {
        List<String> words = new ArrayList<>(List.of("curl", "-v", "-H", "'Content-Type: application/json'"));
        if (plan.endpoint().transport().isSecure()
                && !plan.tls().trust().anchors().isEmpty()) {
            words.addAll(List.of("--cacert", "authority.pem"));
        }
        words.addAll(List.of("-d", body(plan), address(plan)));
        return words;
    }

    private static List<String> coapClient(Plan plan) {
        boolean secure = plan.endpoint().transport().isSecure();
        List<String> words = new ArrayList<>(List.of(secure ? "coap-client-openssl" : "coap-client", "-v", "6"));
        if (secure && !plan.tls().trust().anchors().isEmpty()) {
            words.addAll(List.of("-R", "authority.pem"));
        }
        if (secure && plan.tls().identity().isPresent()) {
            words.addAll(List.of("-c", "device.pem", "-j", "device.key"));
        }
        words.addAll(List.of("-m", "POST", "-t", "json", "-e", body(plan), address(plan)));
        return words;
    }

    private static String body(Plan plan) {
        return CommandLines.quoted(new String(DeviceApi.body(plan), StandardCharsets.UTF_8));
    }

    /** In double quotes, so that the shell puts the token in. */
    private static String address(Plan plan) {
        return '"' + plan.endpoint().uri() + '"';
    }
}
