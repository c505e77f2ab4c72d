package dev.gangway.token.oauth;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Always has a token that is good for a while: renews it before it ends, with the refresh token where there is one and
 * from the start where there is none or the server no longer takes it. Safe for use by several threads.
 */
public final class TokenKeeper {
    private final OAuthClient client;
    private final TokenRequestSpec spec;
    private final Clock clock;
    private Optional<IssuedToken> current;

    /** Creates one; asks for nothing yet. */
    public TokenKeeper(OAuthClient client, TokenRequestSpec spec, Clock clock) {
        this(client, spec, clock, Optional.empty());
    }

    /** One that goes on with a token issued earlier, where there is one. */
    public TokenKeeper(OAuthClient client, TokenRequestSpec spec, Clock clock, Optional<IssuedToken> current) {
        this.client = client;
        this.spec = spec;
        this.clock = clock;
        this.current = current;
    }

    /** A token that has at least a fifth of its life before it; blocks where it has to be fetched. */
    public synchronized Outcome<IssuedToken> fresh(Cancellation cancellation) {
        if (current.isPresent() && !isDue(current.get())) {
            return Outcome.ok(current.get());
        }
        Outcome<IssuedToken> renewed = current.flatMap(IssuedToken::refreshToken)
                .map(refresh -> client.request(spec.with(new Grant.Refresh(refresh)), cancellation)
                        .map(token -> token.orElseRefreshing(refresh)))
                .filter(Outcome::isOk)
                .orElseGet(() -> client.request(spec, cancellation));
        renewed.toOptional().ifPresent(token -> current = Optional.of(token));
        return renewed;
    }

    /** One that is not issued yet is of before a clock was set back: nobody knows how old it is. */
    private boolean isDue(IssuedToken token) {
        Instant now = clock.instant();
        return token.refreshAt()
                .map(at -> !now.isBefore(at) || now.isBefore(token.issuedAt()))
                .orElse(false);
    }
}
