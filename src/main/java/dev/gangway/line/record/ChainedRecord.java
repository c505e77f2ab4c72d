package dev.gangway.line.record;

import dev.gangway.stored.StoredAs;

/**
 * A record in its chain, as it was written.
 *
 * @param station whose chain
 * @param number from 1, without gaps
 * @param serial of the unit
 * @param lot of production
 * @param line the whole record as canonical JSON with its signature; its bytes never change
 */
public record ChainedRecord(
        @StoredAs("station") String station,
        @StoredAs("number") long number,
        @StoredAs("serial") String serial,
        @StoredAs("lot") String lot,
        @StoredAs("line") String line) {}
