package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.reading.ForeignFormat.Weight;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a file that cannot be read could have been meant as a certificate or a key; then it is never left out. */
final class Meant {
    private static final Pattern NAME =
            Pattern.compile(".*\\.(pem|crt|cer|cert|der|key|priv|p12|pfx|p7b|p7c|p7s|spc|p8|pk8"
                    + "|pkcs8|pkcs12|csr|req|p10|crl|jks|jceks|bks|bcfks|ubr|uber|keystore|truststore|ks|jwk|jwks|ppk|pvk|ca|ca-bundle"
                    + "|chain|fullchain)(\\.(txt|bak|old|orig|b64|base64|enc))?");

    /** Also with other dashes and spaces, in other encodings, and with the hyphens lost. */
    private static final Pattern WORDS = Pattern.compile(
            "(BEGIN|END)[^A-Z0-9]{0,6}([A-Z0-9]{2,9}[^A-Z0-9]{1,6}){0,3}(CERTIFICATE|PRIVATE[^A-Z0-9]{1,6}KEY)");

    /** A block in a description, with nothing or a few dots in it. */
    private static final Pattern DESCRIPTION =
            Pattern.compile("-----BEGIN [A-Z0-9 ]{1,40}-----[^A-Za-z0-9]{0,40}-----END [A-Z0-9 ]{1,40}-----");

    private static final int SEQUENCE = 0x30;

    private Meant() {}

    /** Whether it could; {@code why} is why it cannot be read. */
    static boolean asCredential(Source source, Diagnosis why) {
        if (why.is(PkiCode.FORMAT_OTHER)) {
            return switch (Weight.valueOf(why.args().getOrDefault("weight", "CREDENTIAL"))) {
                case CREDENTIAL -> true;
                case BY_NAME -> isNamedSo(source.name());
                case OTHER -> false;
            };
        }
        boolean unknown = why.is(PkiCode.NOT_RECOGNISED);
        if (!unknown && !why.is(PkiCode.FILE_EMPTY) && !why.is(PkiCode.FILE_TOO_LARGE)) {
            return true;
        }
        return isNamedSo(source.name()) || unknown && looksSo(source.bytes());
    }

    private static boolean isNamedSo(String file) {
        return NAME.matcher(file.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean looksSo(byte[] bytes) {
        if (bytes.length > 2 && bytes[0] == SEQUENCE && (bytes[1] & 0xFF) >= 0x81 && (bytes[1] & 0xFF) <= 0x83) {
            return true;
        }
        String text = DESCRIPTION
                .matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                .replaceAll("");
        return WORDS.matcher(text).find()
                || text.length() > 128
                        && text.strip().matches("[A-Za-z0-9+/=_\\s-]+")
                        && !text.strip().contains(" ");
    }
}
