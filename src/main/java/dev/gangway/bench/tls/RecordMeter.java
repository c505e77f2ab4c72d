package dev.gangway.bench.tls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Follows the borders of TLS records (RFC 8446, section 5.1) in what the server sends, so that bytes of another
 * protocol, and a record that never ends, can be told. For one thread.
 */
final class RecordMeter extends FilterInputStream {
    private static final int HEADER = 5;
    private static final int CHANGE_CIPHER_SPEC = 20;

    private final Consumer<byte[]> changeCipherSpec;

    private final byte[] header = new byte[HEADER];
    private int have;
    private int expected = HEADER;
    private int largest;
    private boolean foreign;

    /** {@code changeCipherSpec} learns the content of such a record, of which Bouncy Castle says nothing in TLS 1.3. */
    RecordMeter(InputStream in, Consumer<byte[]> changeCipherSpec) {
        super(in);
        this.changeCipherSpec = changeCipherSpec;
    }

    /** Whether something came that does not begin as a TLS record does. */
    boolean isForeign() {
        return foreign;
    }

    /** Bytes of the record that has begun. */
    int have() {
        return have;
    }

    /** Bytes of the largest record so far, without its header; encrypted ones as they are on the wire. */
    int largest() {
        return largest;
    }

    /** Bytes that the record should have, or its header where not even that is there. */
    int expected() {
        return expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (foreign) {
            return -1; // the rest of such a record would be waited for until the deadline
        }
        int count = super.read(buffer, offset, length);
        for (int i = 0; i < count && !foreign; i++) {
            follow(buffer[offset + i]);
        }
        return count;
    }

    private void follow(byte next) {
        if (have < HEADER) {
            header[have] = next;
        }
        have++;
        if (have == 1 && (next < 20 || next > 24) || have == 2 && next != 3) {
            foreign = true;
        } else if (have == HEADER) {
            expected = HEADER + ((header[3] & 0xFF) << 8 | header[4] & 0xFF);
            largest = Math.max(largest, expected - HEADER);
        }
        if (have >= HEADER && have == expected) {
            if (header[0] == CHANGE_CIPHER_SPEC && expected == HEADER + 1) {
                changeCipherSpec.accept(new byte[] {next});
            }
            have = 0;
            expected = HEADER;
            Arrays.fill(header, (byte) 0);
        }
    }
}
