package dev.gangway.bench.event;

import java.util.Optional;

/** What we think of the server in enhanced authentication. */
public sealed interface AuthDetail extends Detail {
    /** We looked at what the server said in enhanced authentication; without a fault it proved that it is the one. */
    record AuthChecked(Optional<AuthFault> fault) implements AuthDetail {
        @Override
        public Severity severity(Direction direction) {
            return fault.map(what -> what == AuthFault.PROOF_MISSING ? Severity.WARNING : Severity.BAD)
                    .orElse(Severity.GOOD);
        }
    }

    /** What can be wrong with the server's side of SCRAM (RFC 5802). */
    enum AuthFault {
        /** The challenge cannot be read. */
        CHALLENGE_UNREADABLE,
        /** Its nonce does not begin with ours, or adds nothing. */
        NONCE_DIFFERS,
        /** It wants more rounds than any server has a reason for. */
        TOO_MANY_ITERATIONS,
        /** It wants fewer than 4,096 rounds (RFC 7677, section 4). */
        TOO_FEW_ITERATIONS,
        /** The server's signature is wrong: it does not know the password. */
        PROOF_WRONG,
        /** Success without the server's signature. */
        PROOF_MISSING
    }
}
