package dev.gangway.practice.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Malformed JSON of a device, in the words of the parser that the real server uses there. */
final class LenientErrors {
    private LenientErrors() {}

    static String words(JsonProcessingException failure) {
        String place = " at line " + failure.getLocation().getLineNr() + " column "
                + failure.getLocation().getColumnNr() + " path " + path(failure);
        return failure instanceof JsonEOFException
                ? "java.io.EOFException: End of input" + place
                : "com.google.gson.stream.MalformedJsonException: Use JsonReader.setStrictness(Strictness.LENIENT) to"
                        + " accept malformed JSON" + place;
    }

    private static String path(JsonProcessingException failure) {
        if (!(failure.getProcessor() instanceof JsonParser parser)) {
            return "$";
        }
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = parser.getParsingContext(); at != null; at = at.getParent()) {
            if (at.inObject() && at.getCurrentName() != null) {
                path.insert(0, "." + at.getCurrentName());
            } else if (at.inArray()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            }
        }
        return path.insert(0, "$").toString();
    }
}
