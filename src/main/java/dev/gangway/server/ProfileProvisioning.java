package dev.gangway.server;

import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import java.security.cert.X509Certificate;

/** How the devices of a profile may come on board by themselves: ThingsBoard's provisioning strategies. */
public sealed interface ProfileProvisioning {
    /** Not at all: somebody registers them. */
    @StoredAs("Disabled")
    record Disabled() implements ProfileProvisioning {}

    /**
     * By a certificate chain that ends at, or passes through, this authority.
     *
     * @param authority the certificate that the device sends beside its own, usually the intermediate; ThingsBoard
     *     matches certificates that were sent, it does not build chains
     * @param nameExpression regular expression on the leaf's common name; its first group is the device's name
     * @param createsDevices whether a device that is missing is made; else it must be there with an X.509 credential
     */
    @StoredAs("CertificateChain")
    record CertificateChain(X509Certificate authority, String nameExpression, boolean createsDevices)
            implements ProfileProvisioning {}

    /**
     * By key and secret; the device is made at its first request, and must not be there before.
     *
     * @param key unique on the server
     */
    @StoredAs("NewDevices")
    record NewDevices(String key, Secret secret) implements ProfileProvisioning {}

    /**
     * By key and secret; the device must be there already. Its credential is given out once.
     *
     * @param key unique on the server
     */
    @StoredAs("KnownDevices")
    record KnownDevices(String key, Secret secret) implements ProfileProvisioning {}
}
