package dev.gangway.pki.pkcs11;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The functions of one PKCS#11 module, called directly: the JDK's own provider tells neither which tokens there are,
 * nor how many tries are left, nor, in a type that one may use, why a PIN was refused.
 */
final class Cryptoki {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final String ENTRY = "C_GetFunctionList";

    private final MemorySegment functions;

    /** Functions by their place in CK_FUNCTION_LIST (PKCS#11 base specification, 2.40). */
    enum Function {
        INITIALIZE(0),
        GET_SLOT_LIST(4),
        GET_TOKEN_INFO(6),
        OPEN_SESSION(12),
        CLOSE_SESSION(13),
        LOGIN(18),
        LOGOUT(19),
        GET_ATTRIBUTE_VALUE(24),
        FIND_OBJECTS_INIT(26),
        FIND_OBJECTS(27),
        FIND_OBJECTS_FINAL(28);

        private final int place;

        Function(int place) {
            this.place = place;
        }
    }

    private Cryptoki(MemorySegment functions) {
        this.functions = functions;
    }

    /**
     * Loads a module for as long as the process lives.
     *
     * @return empty where the library has no such functions
     * @throws IllegalArgumentException where the file is no library that can be loaded
     */
    static Optional<Cryptoki> load(Path module) {
        Optional<MemorySegment> entry =
                SymbolLookup.libraryLookup(module, Arena.global()).find(ENTRY);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(Native.POINTER);
            long returned = invoke(entry.get(), list);
            long bytes =
                    Native.FIRST_FUNCTION + (long) Native.POINTER.byteSize() * (Function.FIND_OBJECTS_FINAL.place + 1);
            return ReturnValue.OK.is(returned)
                    ? Optional.of(new Cryptoki(list.get(Native.POINTER, 0).reinterpret(bytes)))
                    : Optional.empty();
        }
    }

    /** Calls a function; arguments are {@link Long} for CK_ULONG, {@link Byte} for CK_BBOOL, or memory. */
    long call(Function function, Object... arguments) {
        long at = Native.FIRST_FUNCTION + Native.POINTER.byteSize() * function.place;
        return invoke(functions.get(Native.POINTER, at), arguments);
    }

    private static long invoke(MemorySegment function, Object... arguments) {
        MemoryLayout[] types = Arrays.stream(arguments).map(Native::layoutOf).toArray(MemoryLayout[]::new);
        MethodHandle handle = LINKER.downcallHandle(function, FunctionDescriptor.of(Native.ulong(), types));
        Object[] passed = Arrays.stream(arguments).map(Native::passed).toArray();
        try {
            return Native.ulong((Number) handle.invokeWithArguments(passed));
        } catch (Throwable impossible) { // a downcall throws nothing of its own
            throw new IllegalStateException(impossible);
        }
    }
}
