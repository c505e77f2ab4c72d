package dev.gangway.support;

import dev.gangway.device.Device;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The part of a support file that is there only where a person asks for it: names of devices and servers. */
public final class KnownNames {
    private KnownNames() {}

    /**
     * Devices with what is known of them, and servers with their addresses; no credential and no sign-in.
     *
     * @param lastTest verdict of a device's last test, as a stable code
     */
    public static SupportFile.Part part(
            List<ServerEntry> servers, List<Device> devices, Function<Device, Optional<String>> lastTest) {
        StringBuilder text = new StringBuilder();
        for (ServerEntry server : servers) {
            line(
                    text,
                    "server",
                    server.name(),
                    server.kind().name(),
                    server.url().getScheme() + "://" + server.url().getAuthority(),
                    server.mqtt()
                            .map(at -> "mqtt " + at.host() + ":" + at.port())
                            .orElse("no mqtt"),
                    server.mqtts()
                            .map(at -> "mqtts " + at.host() + ":" + at.port())
                            .orElse("no mqtts"));
        }
        for (Device device : devices) {
            line(
                    text,
                    "device",
                    device.name(),
                    device.credential().getClass().getSimpleName(),
                    device.profile(),
                    device.server().push().name(),
                    lastTest.apply(device).orElse("never tested"));
        }
        return new SupportFile.Part("names.txt", text.toString());
    }

    private static void line(StringBuilder text, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            text.append(i == 0 ? "" : " | ").append(cells[i].replaceAll("\\p{Cntrl}+", " "));
        }
        text.append('\n');
    }
}
