package dev.gangway.faultlab;

/** Makes a fault, or nearly one, and looks at it. */
@FunctionalInterface
public interface Trial {
    /** What came out. */
    Sighting make() throws Exception;
}
