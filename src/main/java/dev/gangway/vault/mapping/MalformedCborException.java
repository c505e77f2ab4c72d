package dev.gangway.vault.mapping;

/** Bytes that are not what a mapper wrote. */
public final class MalformedCborException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedCborException(String message) {
        super(message);
    }

    MalformedCborException(String message, Throwable cause) {
        super(message, cause);
    }
}
