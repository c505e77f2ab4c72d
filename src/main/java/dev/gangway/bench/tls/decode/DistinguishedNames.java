package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Decodes a list of authorities by their names (RFC 8446, section 4.2.4; RFC 5246, section 7.4.4). */
final class DistinguishedNames {
    private DistinguishedNames() {}

    static void read(FieldReader in, List<String> into) throws MalformedException {
        in.part(in.skipNumber(2), "authorities", list -> {
            while (list.remaining() > 0) {
                into.add(one(list));
            }
            return into.size() + "";
        });
    }

    private static String one(FieldReader list) throws MalformedException {
        int length = list.skipNumber(2);
        return list.part(length, "authority", der -> {
            int start = der.position();
            byte[] encoded = der.bytes(length, "DER");
            try {
                X500Principal name = new X500Principal(encoded);
                der.add(Field.at(start, length, "name", CertificateFields.name(name)));
                return name.getName();
            } catch (IllegalArgumentException e) {
                return "not a distinguished name";
            }
        });
    }
}
