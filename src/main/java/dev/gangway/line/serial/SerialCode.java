package dev.gangway.line.serial;

import dev.gangway.diagnosis.Code;

/** What can be wrong with a serial number, its scheme, a scan, or the numbers that a station may give out. */
public enum SerialCode implements Code {
    /** The scheme has a part that is not known or not complete. */
    SCHEME_PART,
    /** The scheme makes the same number again and again. */
    SCHEME_WITHOUT_COUNTER,
    /** A counter makes letters that the check digit after it cannot count. */
    SCHEME_CHECK_DIGIT,
    /** The scheme only reads numbers that were made elsewhere. */
    SCHEME_READS_ONLY,
    /** The counter is beyond what its places can hold. */
    COUNTER_FULL,
    /** A date lies beyond what a serial number can say. */
    DATE_UNTOLD,
    /** A serial number does not have the form of the scheme. */
    NOT_OF_SCHEME,
    /** The check digit does not belong to the number. */
    CHECK_DIGIT,
    /** A date in a serial number is none. */
    NO_DATE,
    /** What was scanned is empty. */
    SCAN_EMPTY,
    /** What was scanned has characters that no code of ours has: one scan in the middle of another, or a wrong layout. */
    SCAN_CHARACTERS,
    /** What was scanned is longer than any serial number. */
    SCAN_TOO_LONG,
    /** What was scanned has no serial number in it. */
    SCAN_WITHOUT_SERIAL,
    /** An element string breaks a rule of GS1. */
    GS1_ELEMENT,
    /** An element string has an application identifier that is not known. */
    GS1_IDENTIFIER,
    /** The check digit in an element is wrong. */
    GS1_CHECK_DIGIT,
    /** A link is no GS1 Digital Link. */
    GS1_LINK,
    /** The serial number was scanned before. */
    SCANNED_BEFORE,
    /** The scanner types for another keyboard layout, and what it sent cannot be told from it. */
    LAYOUT_UNKNOWN,
    /** The scanner leaves out or merges characters that a code needs. */
    LAYOUT_LOSES,
    /** No number is left in the ranges of the station. */
    RANGE_EMPTY,
    /** A range overlaps one that was given away already. */
    RANGE_TAKEN,
    /** What should be a range that another station hands over is none. */
    RANGE_TEXT,
    /** A range belongs to another station. */
    RANGE_ELSEWHERE;

    @Override
    public String family() {
        return "serial";
    }
}
