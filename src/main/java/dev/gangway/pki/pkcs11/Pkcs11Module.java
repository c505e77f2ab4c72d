package dev.gangway.pki.pkcs11;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.hardware.HardwareCode;
import dev.gangway.pki.hardware.TokenInfo;
import dev.gangway.pki.pkcs11.Cryptoki.Function;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A module that is loaded and initialised. */
final class Pkcs11Module {
    private static final long OS_LOCKING_OK = 2;
    private static final int LARGEST_TOKEN_INFO = 256;
    private static final byte WITH_TOKEN = 1;

    private final Path path;
    private final Cryptoki cryptoki;

    private Pkcs11Module(Path path, Cryptoki cryptoki) {
        this.path = path;
        this.cryptoki = cryptoki;
    }

    static Outcome<Pkcs11Module> load(Path path) {
        if (!Files.isRegularFile(path)) {
            return failed(HardwareCode.MODULE_MISSING, path).failed();
        }
        try {
            Optional<Cryptoki> cryptoki = Cryptoki.load(path.toAbsolutePath());
            return cryptoki.isEmpty()
                    ? failed(HardwareCode.MODULE_NOT_PKCS11, path).failed()
                    : initialised(path, cryptoki.get());
        } catch (IllegalArgumentException noLibrary) {
            return failed(HardwareCode.MODULE_NOT_LOADABLE, path).failed();
        }
    }

    private static Outcome<Pkcs11Module> initialised(Path path, Cryptoki cryptoki) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(Native.INITIALIZE_BYTES, 8);
            Native.putUlong(arguments, Native.INITIALIZE_FLAGS, OS_LOCKING_OK);
            long returned = cryptoki.call(Function.INITIALIZE, arguments);
            return ReturnValue.OK.is(returned) || ReturnValue.CRYPTOKI_ALREADY_INITIALIZED.is(returned)
                    ? Outcome.ok(new Pkcs11Module(path, cryptoki))
                    : failed(HardwareCode.MODULE_FAILED, path)
                            .fact("hardware.returned", "name", ReturnValue.nameOf(returned))
                            .failed();
        }
    }

    private static Diagnosis.Builder failed(HardwareCode code, Path path) {
        return Diagnosis.of(code).with("module", path).remedy("hardware.choose-module");
    }

    Path path() {
        return path.toAbsolutePath();
    }

    Cryptoki cryptoki() {
        return cryptoki;
    }

    /** The tokens that are there now; one that is pulled out while they are counted is left out. */
    Outcome<List<TokenInfo>> tokens() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(Native.ULONG_BYTES, 8);
            long returned = cryptoki.call(Function.GET_SLOT_LIST, WITH_TOKEN, MemorySegment.NULL, count);
            if (!ReturnValue.OK.is(returned)) {
                return refused(returned);
            }
            long room = Native.ulongAt(count, 0) + 8; // a token that is plugged in between the two calls
            MemorySegment slots = arena.allocate(room * Native.ULONG_BYTES, 8);
            Native.putUlong(count, 0, room);
            returned = cryptoki.call(Function.GET_SLOT_LIST, WITH_TOKEN, slots, count);
            if (!ReturnValue.OK.is(returned)) {
                return refused(returned);
            }
            List<TokenInfo> found = new ArrayList<>();
            for (long i = 0; i < Native.ulongAt(count, 0); i++) {
                token(Native.ulongAt(slots, i * Native.ULONG_BYTES))
                        .toOptional()
                        .ifPresent(found::add);
            }
            return Outcome.ok(List.copyOf(found));
        }
    }

    /** What the token in a slot says now. */
    Outcome<TokenInfo> token(long slot) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(LARGEST_TOKEN_INFO, 8);
            long returned = cryptoki.call(Function.GET_TOKEN_INFO, slot, info);
            return ReturnValue.OK.is(returned) ? Outcome.ok(TokenFields.read(info, slot)) : refused(returned);
        }
    }

    private static <T> Outcome<T> refused(long returned) {
        return Diagnosis.of(ReturnValue.codeOf(returned))
                .with("token", "")
                .fact("hardware.returned", "name", ReturnValue.nameOf(returned))
                .remedy("hardware.plug-in")
                .failed();
    }
}
