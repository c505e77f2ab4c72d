package dev.gangway.pki.pkcs11;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How the structures of PKCS#11 lie in memory. Everywhere but on Windows they are aligned as in C and CK_ULONG has the
 * size of a pointer; on Windows they are packed and CK_ULONG has four bytes (PKCS#11 base specification, 2.1).
 */
final class Native {
    private static final boolean PACKED = System.getProperty("os.name", "").startsWith("Windows");

    static final AddressLayout POINTER = ValueLayout.ADDRESS_UNALIGNED;

    /** Bytes of a CK_ULONG. */
    static final int ULONG_BYTES = PACKED ? 4 : 8;

    /** Where the first function stands in CK_FUNCTION_LIST, behind the version. */
    static final int FIRST_FUNCTION = PACKED ? 2 : 8;

    /** CK_C_INITIALIZE_ARGS: four pointers, flags, a pointer. */
    static final int INITIALIZE_FLAGS = 32;

    static final int INITIALIZE_BYTES = INITIALIZE_FLAGS + ULONG_BYTES + 8;

    /** CK_ATTRIBUTE: type, value, length. */
    static final int ATTRIBUTE_VALUE = ULONG_BYTES;

    static final int ATTRIBUTE_LENGTH = ATTRIBUTE_VALUE + 8;
    static final int ATTRIBUTE_BYTES = ATTRIBUTE_LENGTH + ULONG_BYTES;

    private Native() {}

    /** The layout that a value is passed to C in. */
    static MemoryLayout layoutOf(Object argument) {
        return switch (argument) {
            case Byte bool -> ValueLayout.JAVA_BYTE;
            case MemorySegment pointer -> ValueLayout.ADDRESS;
            default -> ulong();
        };
    }

    static MemoryLayout ulong() {
        return PACKED ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
    }

    /** The value in the type of its layout. */
    static Object passed(Object argument) {
        return PACKED && argument instanceof Long number ? (Object) number.intValue() : argument;
    }

    static long ulong(Number returned) {
        return PACKED ? Integer.toUnsignedLong(returned.intValue()) : returned.longValue();
    }

    static long ulongAt(MemorySegment memory, long offset) {
        return PACKED
                ? Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT_UNALIGNED, offset))
                : memory.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
    }

    static void putUlong(MemorySegment memory, long offset, long value) {
        if (PACKED) {
            memory.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value);
        } else {
            memory.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
        }
    }
}
