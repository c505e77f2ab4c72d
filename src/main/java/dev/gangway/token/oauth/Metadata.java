package dev.gangway.token.oauth;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What an authorization server says of itself (RFC 8414, OpenID Connect Discovery 1.0).
 *
 * @param issuer its name, the {@code iss} of its tokens
 * @param tokenEndpoint where tokens are issued
 * @param deviceEndpoint for the device authorization grant, where it has one
 * @param keySet address of its JSON Web Key Set, where it has one
 * @param grants it supports; empty where it does not say
 * @param clientAuthentications it supports; empty where it does not say
 */
public record Metadata(
        String issuer,
        URI tokenEndpoint,
        Optional<URI> deviceEndpoint,
        Optional<URI> keySet,
        List<String> grants,
        List<String> clientAuthentications) {}
