package dev.gangway.token.oauth;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A request to a token endpoint.
 *
 * @param endpoint address of the token endpoint
 * @param client who asks
 * @param grant with what
 * @param scopes wanted; may be empty
 * @param audience wanted, where the server takes the parameter {@code audience}
 */
public record TokenRequestSpec(
        URI endpoint, ClientAuth client, Grant grant, List<String> scopes, Optional<String> audience) {
    public TokenRequestSpec {
        scopes = List.copyOf(scopes);
    }

    /** The same with another grant. */
    public TokenRequestSpec with(Grant changed) {
        return new TokenRequestSpec(endpoint, client, changed, scopes, audience);
    }
}
