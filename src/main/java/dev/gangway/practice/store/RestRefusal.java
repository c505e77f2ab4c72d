package dev.gangway.practice.store;

/**
 * A request that the real server would refuse, in its words and with its numbers. Thrown where the fault is found and
 * answered in one place, as the server itself does; it never leaves this room.
 */
public final class RestRefusal extends RuntimeException {
    private final int status;
    private final int errorCode;

    private RestRefusal(int status, int errorCode, String message) {
        super(message, null, false, false);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** 400, error code 31. */
    public static RestRefusal badRequest(String message) {
        return new RestRefusal(400, 31, message);
    }

    /** 401, error code 10: no token, or nothing that could be one. */
    public static RestRefusal unauthenticated(String message) {
        return new RestRefusal(401, 10, message);
    }

    /** 401, error code 11: expired, signed out, or signed by somebody else. */
    public static RestRefusal tokenExpired() {
        return new RestRefusal(401, 11, "Token has expired");
    }

    /** 403, error code 20. */
    public static RestRefusal forbidden() {
        return new RestRefusal(403, 20, "You don't have permission to perform this operation!");
    }

    /** 404, error code 32. */
    public static RestRefusal notFound(String message) {
        return new RestRefusal(404, 32, message);
    }

    /** 404, error code 32, in the words used for an id that does not exist. */
    public static RestRefusal noSuch(String kind, Object id) {
        return notFound(kind + " with id [" + id + "] is not found");
    }

    /** 409, error code 35: somebody else saved it in between. */
    public static RestRefusal stale(String kind) {
        return new RestRefusal(409, 35, kind + " was already changed by someone else");
    }

    /** 500, error code 2: how the server answers what it did not expect, malformed JSON included. */
    public static RestRefusal internal(String message) {
        return new RestRefusal(500, 2, message);
    }

    /** 500, error code 46. */
    public static RestRefusal database() {
        return new RestRefusal(500, 46, "Database error");
    }

    /** 429, error code 33. */
    public static RestRefusal tooManyRequests() {
        return new RestRefusal(429, 33, "Too many requests for current tenant!");
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** ThingsBoard's own number for the kind of error. */
    public int errorCode() {
        return errorCode;
    }

    /** The words of the answer. */
    public String words() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
