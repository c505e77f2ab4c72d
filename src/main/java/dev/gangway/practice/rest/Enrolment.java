package dev.gangway.practice.rest;

import dev.gangway.pki.authority.CertificateRequests;
import dev.gangway.practice.tls.DeviceAuthority;

/**
 * What enrolment needs.
 *
 * @param requests reads what devices send
 * @param authority issues what they get
 */
public record Enrolment(CertificateRequests requests, DeviceAuthority authority) {}
