package dev.gangway.cli;

import dev.gangway.authorities.Authority;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.device.Device;
import dev.gangway.inventory.CertificateEntry;
import dev.gangway.pki.Fingerprints;
import dev.gangway.server.ServerEntry;
import java.util.List;
import java.util.Optional;

/** Finds things of the vault by the names that people give them. */
record Lookup(UseCases workspace) {
    Device device(String name) {
        return workspace
                .devices()
                .named(name)
                .orElseThrow(() -> CommandFailed.because(CliCode.DEVICE_UNKNOWN, "name", name));
    }

    ServerEntry server(String name) {
        return workspace
                .servers()
                .named(name)
                .orElseThrow(() -> CommandFailed.because(CliCode.SERVER_UNKNOWN, "name", name));
    }

    Authority authority(String name) {
        return workspace
                .authorities()
                .named(name)
                .orElseThrow(() -> CommandFailed.because(CliCode.AUTHORITY_UNKNOWN, "name", name));
    }

    /** Every certificate whose holder has this name, or that has this fingerprint or serial number. */
    List<CertificateEntry> certificates(String name) {
        List<CertificateEntry> found = workspace.inventory().all().stream()
                .filter(entry -> entry.name().equals(name)
                        || Fingerprints.sha256(entry.certificate()).equalsIgnoreCase(name)
                        || IssuedCertificate.serial(entry.certificate()).equalsIgnoreCase(name))
                .toList();
        if (found.isEmpty()) {
            throw CommandFailed.because(CliCode.CERTIFICATE_UNKNOWN, "name", name);
        }
        return found;
    }

    /** The devices of these names; all of them where none is given; only those of the server where one is given. */
    List<Device> devices(List<String> names, Optional<String> serverName) {
        List<Device> named = names.isEmpty()
                ? workspace.devices().all()
                : names.stream().map(this::device).toList();
        Optional<ServerEntry> only = serverName.map(this::server);
        return named.stream()
                .filter(device -> only.isEmpty() || device.server().server().equals(only.map(ServerEntry::id)))
                .toList();
    }

    /** Name of the server that a device is on; empty where there is none. */
    String serverOf(Device device) {
        return device.server()
                .server()
                .flatMap(workspace.servers()::get)
                .map(ServerEntry::name)
                .orElse("");
    }
}
