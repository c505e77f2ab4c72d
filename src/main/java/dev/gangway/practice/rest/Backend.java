package dev.gangway.practice.rest;

import dev.gangway.practice.store.Store;
import dev.gangway.practice.token.TokenKeys;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What is behind the REST interface.
 *
 * @param ports what the commands for trying a device name
 * @param authorityPem what the certificate download hands out
 * @param keys those of the token endpoint
 * @param enrolment where devices can enrol
 * @param calls reaches devices that are connected
 */
public record Backend(
        Store store,
        MqttPorts ports,
        String authorityPem,
        TokenKeys keys,
        Optional<Enrolment> enrolment,
        RemoteCalls calls,
        InstantSource clock) {}
