package dev.gangway.pki.reading;

/**
 * The outer shape of DER or BER, walked without building anything: finds files that are cut off, and nesting that is
 * only there to exhaust a parser, before a parser sees them.
 *
 * @param verdict what it is
 * @param stated bytes that the first element says it has, with its header; 0 where it does not say
 */
public record DerShape(Verdict verdict, int stated) {
    private static final int MAX_DEPTH = 60;

    /** What was found. */
    public enum Verdict {
        /** One complete SEQUENCE; more may follow it. */
        COMPLETE,
        /** A SEQUENCE that says it is longer than what is there. */
        CUT_OFF,
        /** Something else. */
        NOT_DER
    }

    /** Walks it. */
    public static DerShape of(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 0x30) {
            return new DerShape(Verdict.NOT_DER, 0);
        }
        Walk walk = new Walk(bytes);
        int end = walk.element(0, bytes.length, 0);
        if (end >= 0) {
            return new DerShape(Verdict.COMPLETE, end);
        }
        int stated = walk.stated();
        return new DerShape(stated > bytes.length ? Verdict.CUT_OFF : Verdict.NOT_DER, stated);
    }

    private record Walk(byte[] bytes) {
        private int at(int index) {
            return bytes[index] & 0xFF;
        }

        /** The length that the very first header states, with the header; 0 where it states none. */
        int stated() {
            long length = length(1, bytes.length);
            return length < 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, headerEnd(1) + length);
        }

        /** Where the element that starts here ends; -1 where it does not fit. */
        int element(int start, int limit, int depth) {
            if (depth > MAX_DEPTH || start + 2 > limit) {
                return -1;
            }
            int tag = start;
            if ((at(tag) & 0x1F) == 0x1F) {
                do {
                    tag++;
                } while (tag < limit - 1 && (at(tag) & 0x80) != 0);
            }
            int lengthAt = tag + 1;
            boolean constructed = (at(start) & 0x20) != 0;
            if (lengthAt >= limit) {
                return -1;
            }
            if (at(lengthAt) == 0x80) {
                return constructed ? indefinite(lengthAt + 1, limit, depth) : -1;
            }
            long length = length(lengthAt, limit);
            int content = headerEnd(lengthAt);
            if (length < 0 || content + length > limit) {
                return -1;
            }
            int end = (int) (content + length);
            return !constructed || children(content, end, depth) ? end : -1;
        }

        private boolean children(int start, int end, int depth) {
            int at = start;
            while (at >= 0 && at < end) {
                at = element(at, end, depth + 1);
            }
            return at == end;
        }

        private int indefinite(int start, int limit, int depth) {
            int at = start;
            while (at >= 0 && at + 2 <= limit) {
                if (at(at) == 0 && at(at + 1) == 0) {
                    return at + 2;
                }
                at = element(at, limit, depth + 1);
            }
            return -1;
        }

        private int headerEnd(int lengthAt) {
            int first = at(lengthAt);
            return lengthAt + 1 + (first > 0x80 ? first & 0x7F : 0);
        }

        /** -1 where it is indefinite, cut off or absurd. */
        private long length(int lengthAt, int limit) {
            int first = at(lengthAt);
            if (first < 0x80) {
                return first;
            }
            int count = first & 0x7F;
            if (count == 0 || count > 4 || lengthAt + count >= limit) {
                return -1;
            }
            long length = 0;
            for (int i = 1; i <= count; i++) {
                length = length << 8 | at(lengthAt + i);
            }
            return length;
        }
    }
}
