package dev.gangway.transfer.importing;

import dev.gangway.authorities.Authority;
import dev.gangway.authorities.UnassignedCertificate;
import dev.gangway.device.Device;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What an import has put into the vault. */
public final class Stored {
    final List<Device> devices = new ArrayList<>();
    final List<Authority> authorities = new ArrayList<>();
    final List<UnassignedCertificate> certificates = new ArrayList<>();

    Stored() {}

    /** Devices that were made, or got another credential. */
    public List<Device> devices() {
        return Collections.unmodifiableList(devices);
    }

    /** Authorities that were taken in. */
    public List<Authority> authorities() {
        return Collections.unmodifiableList(authorities);
    }

    /** Certificates of no device. */
    public List<UnassignedCertificate> certificates() {
        return Collections.unmodifiableList(certificates);
    }

    /** How many things there are. */
    public int count() {
        return devices.size() + authorities.size() + certificates.size();
    }
}
