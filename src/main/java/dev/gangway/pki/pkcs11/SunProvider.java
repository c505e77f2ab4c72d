package dev.gangway.pki.pkcs11;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.hardware.HardwareCode;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.util.concurrent.atomic.AtomicInteger;

/** The JDK's provider, set up for one slot of one module. */
final class SunProvider {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private SunProvider() {}

    /**
     * One that makes keys which stay in the token. It is not registered yet; while it is, JCA finds it by the keys that
     * are handed to it, whichever providers come before it.
     */
    static Outcome<Provider> of(Path module, long slot) {
        Provider template = Security.getProvider("SunPKCS11");
        if (template == null) {
            return Diagnosis.of(HardwareCode.JAVA_WITHOUT_PKCS11)
                    .remedy("hardware.other-java")
                    .failed();
        }
        // Two dashes: what follows is the configuration itself, not the name of a file with it.
        return Outcome.ok(template.configure("--name = gangway" + NAMES.incrementAndGet()
                + "\nlibrary = \"" + module.toString().replace("\\", "\\\\") + "\""
                + "\nslot = " + slot
                + "\nattributes(generate, CKO_PRIVATE_KEY, *) = {"
                + "\n  CKA_SENSITIVE = true\n  CKA_EXTRACTABLE = false\n  CKA_SIGN = true\n}\n"));
    }
}
