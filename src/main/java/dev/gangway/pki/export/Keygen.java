package dev.gangway.pki.export;

import dev.gangway.diagnosis.Outcome;
import java.time.Instant;
import java.util.List;

/** Makes the files of ThingsBoard's {@code client.keygen.sh}, so that what uses them need not change. */
public interface Keygen {
    /**
     * {@code PREFIX.jks} (PKCS#12 inside, as keytool writes it), {@code PREFIX.nopass.pem} (key and certificate) and
     * {@code PREFIX.pub.pem} (the certificate, which is what the server wants), valid from {@code now} on.
     */
    Outcome<List<ExportFile>> make(KeygenProperties properties, Instant now);
}
