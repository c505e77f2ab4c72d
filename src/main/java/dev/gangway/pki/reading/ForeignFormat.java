package dev.gangway.pki.reading;

import dev.gangway.pki.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Formats that are known by sight and cannot be read here; each has a remedy of its own in the bundles. */
public enum ForeignFormat {
    /** puttygen, versions 2 and 3. */
    PUTTY("PuTTY private key (.ppk)", Weight.CREDENTIAL, text("PuTTY-User-Key-File-")),
    /** ssh.com's private key. */
    SSH2_PRIVATE("SSH2 private key of ssh.com", Weight.CREDENTIAL, text("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY")),
    /** RFC 4716. */
    SSH2_PUBLIC("SSH public key (RFC 4716)", Weight.OTHER, text("---- BEGIN SSH2 PUBLIC KEY")),
    /** One line of {@code authorized_keys} or {@code id_rsa.pub}. */
    SSH_PUBLIC(
            "SSH public key (OpenSSH)",
            Weight.OTHER,
            text("ssh-rsa ", "ssh-ed25519 ", "ssh-dss ", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-")),
    /** Microsoft's private key of old, for example beside an .spc file. */
    PVK("PVK private key of Microsoft", Weight.CREDENTIAL, bytes("1EF1B5B0")),
    /** Microsoft's key blob with a private key. */
    MS_BLOB("MSBLOB private key of Microsoft", Weight.CREDENTIAL, bytes("0702000000A40000", "0702000000240000")),
    /** Microsoft's serialised certificate store. */
    SST("SST certificate store of Microsoft", Weight.CREDENTIAL, bytes("0000000043455254")),
    /** OpenVPN's shared keys. */
    OPENVPN_STATIC("OpenVPN static key", Weight.OTHER, none()),
    /** A key that only the TPM which made it can use. */
    TPM2_KEY("TPM 2 key", Weight.CREDENTIAL, bytes("BADCC0DE").or(begins("06066781050A01"))),
    /** Encrypted or bare CMS (RFC 5652), for example an S/MIME mail. */
    CMS(
            "encrypted CMS (S/MIME)",
            Weight.CREDENTIAL,
            begins(
                    "06092A864886F70D010703",
                    "06092A864886F70D010705",
                    "06092A864886F70D010706",
                    "06092A864886F70D010701")),
    /** RFC 6960. */
    OCSP("OCSP response", Weight.OTHER, begins("0A0100A0")),
    /** OpenPGP, armoured or binary key ring. */
    PGP("PGP", Weight.OTHER, ForeignFormat::isOpenPgp),
    /** age and rage. */
    AGE("age", Weight.OTHER, text("age-encryption.org/").or(contains("AGE-SECRET-KEY-", "AGE-PLUGIN-"))),
    /** wg and wg-quick. */
    WIREGUARD("WireGuard", Weight.OTHER, ForeignFormat::isWireGuard),
    /** Firefox, curl of Red Hat, and certutil keep theirs in this. */
    NSS("NSS database", Weight.CREDENTIAL, ForeignFormat::isNss),
    /** The X Certificate and Key management program. */
    XCA(
            "XCA database",
            Weight.CREDENTIAL,
            source -> sqlite(source, "x509super")
                    || startsWith(source, HexFormat.of().parseHex("CADB1969"), 0)),
    /** Any other SQLite database. */
    SQLITE("SQLite database", Weight.BY_NAME, source -> sqlite(source, "")),
    /** Encrypted by {@code ansible-vault}. */
    ANSIBLE("Ansible Vault", Weight.CREDENTIAL, text("$ANSIBLE_VAULT;")),
    /** Encrypted by sops. */
    SOPS("SOPS", Weight.CREDENTIAL, contains("ENC[AES256_GCM,")),
    /** Encrypted for a cluster by kubeseal. */
    SEALED_SECRET(
            "SealedSecret of Kubernetes",
            Weight.CREDENTIAL,
            contains("kind: SealedSecret", "\"kind\": \"SealedSecret\"", "\"kind\":\"SealedSecret\"")),
    /** RFC 7516. */
    JWE("encrypted JSON Web Key (JWE)", Weight.CREDENTIAL, ForeignFormat::isJwe),
    /** A JSON Web Key that both sides share. */
    SYMMETRIC_JWK("symmetric JSON Web Key", Weight.OTHER, none()),
    /** RFC 7519. */
    JWT("JSON Web Token", Weight.OTHER, ForeignFormat::isJwt),
    /** cosign and sigstore. */
    COSIGN("cosign private key", Weight.CREDENTIAL, none()),
    /** Nebula's own certificates and keys. */
    NEBULA("Nebula", Weight.CREDENTIAL, none()),
    /** RFC 5755. */
    ATTRIBUTE_CERTIFICATE("attribute certificate (RFC 5755)", Weight.CREDENTIAL, none()),
    /** Parameters of Diffie-Hellman, DSA or a curve, without a key. */
    PARAMETERS("parameters without a key", Weight.OTHER, none()),
    /** What {@code openssl asn1parse} prints, which leaves out long values. */
    ASN1_LISTING("output of openssl asn1parse", Weight.BY_NAME, ForeignFormat::isAsn1Listing),
    /** A private key printed for people by openssl or certtool. */
    PRINTED_KEY("private key printed by openssl pkey -text", Weight.CREDENTIAL, ForeignFormat::isPrintedKey),
    /** A certificate or request printed for people. */
    PRINTED_CERTIFICATE(
            "certificate printed as text by openssl, certtool or keytool", Weight.BY_NAME, ForeignFormat::isPrinted),
    /** A pointer that Git LFS leaves where the file was not fetched. */
    GIT_LFS("Git LFS pointer", Weight.BY_NAME, text("version https://git-lfs.github.com/")),
    /** Archives of other kinds. */
    ARCHIVE(
            "7z, RAR, xz, bzip2, Zstandard or cabinet archive",
            Weight.CREDENTIAL,
            bytes("377ABCAF271C", "526172211A07", "FD377A585A00", "425A6839", "28B52FFD", "4D534346")),
    /** A web page, often an error or login page that was saved in place of the file. */
    HTML("web page (HTML)", Weight.BY_NAME, ForeignFormat::isHtml),
    /** A word processor's. */
    RTF("RTF document", Weight.BY_NAME, text("{\\rtf")),
    /** Office documents and the like. */
    DOCUMENT(
            "document or picture",
            Weight.BY_NAME,
            bytes("255044462D", "D0CF11E0A1B11AE1", "89504E470D0A1A0A", "FFD8FF", "4749463837", "4749463839")),
    /** What macOS puts beside a file in archives and on other file systems. */
    APPLE_DOUBLE("AppleDouble file of macOS", Weight.OTHER, bytes("00051607", "00051600")),
    /** A program. */
    PROGRAM("program", Weight.BY_NAME, bytes("7F454C46", "CAFEBABE", "4D5A90"));

    /** How much it could have been meant as a credential. */
    public enum Weight {
        /** It is one: an import stops at it. */
        CREDENTIAL,
        /** It could be one only where its file is named like one. */
        BY_NAME,
        /** It is known to be something else, and is left out of a folder with a note. */
        OTHER
    }

    /** How the labels of their PEM blocks begin. */
    private static final Map<String, ForeignFormat> LABELS = Map.of(
            "OpenVPN ", OPENVPN_STATIC,
            "PGP ", PGP,
            "AGE ", AGE,
            "NEBULA ", NEBULA,
            "TSS2 ", TPM2_KEY);

    private final String label;
    private final Weight weight;
    private final Predicate<byte[]> sign;

    ForeignFormat(String label, Weight weight, Predicate<byte[]> sign) {
        this.label = label;
        this.weight = weight;
        this.sign = sign;
    }

    /** What it is called, the same in every language. */
    public String label() {
        return label;
    }

    /** How much it could have been meant as a credential. */
    public Weight weight() {
        return weight;
    }

    /** The last part of the key of its remedy, for example {@code convert-putty}. */
    public String remedy() {
        return "convert-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which one a file is, by its first bytes and by words in it; empty where it is none of them. */
    public static Optional<ForeignFormat> of(Source source) {
        return Arrays.stream(values())
                .filter(format -> format.sign.test(source.bytes()))
                .findFirst();
    }

    /** Which one a PEM block with this label is; their bodies are not always base64. */
    public static Optional<ForeignFormat> ofLabel(String label) {
        if (label.contains("COSIGN ") || label.contains("SIGSTORE ")) {
            return Optional.of(COSIGN);
        }
        if (label.equals("ATTRIBUTE CERTIFICATE")) {
            return Optional.of(ATTRIBUTE_CERTIFICATE);
        }
        if (label.equals("SYMMETRIC JWK")) {
            return Optional.of(SYMMETRIC_JWK);
        }
        if (label.endsWith("PARAMETERS")) {
            return Optional.of(PARAMETERS);
        }
        String first = label.substring(0, label.indexOf(' ') + 1);
        return Optional.ofNullable(LABELS.get(first));
    }

    private static Predicate<byte[]> none() {
        return bytes -> false;
    }

    private static Predicate<byte[]> text(String... starts) {
        return bytes -> Arrays.stream(starts).anyMatch(start -> head(bytes).startsWith(start));
    }

    private static Predicate<byte[]> contains(String... words) {
        return bytes -> {
            String text = whole(bytes);
            return Arrays.stream(words).anyMatch(text::contains);
        };
    }

    private static Predicate<byte[]> bytes(String... hexadecimal) {
        return bytes -> Arrays.stream(hexadecimal)
                .anyMatch(start -> startsWith(bytes, HexFormat.of().parseHex(start), 0));
    }

    /** DER whose first element inside is this. */
    private static Predicate<byte[]> begins(String... hexadecimal) {
        return bytes -> bytes.length > 16
                && bytes[0] == 0x30
                && Arrays.stream(hexadecimal)
                        .anyMatch(start -> startsWith(bytes, HexFormat.of().parseHex(start), contentStart(bytes)));
    }

    private static int contentStart(byte[] der) {
        int length = der[1] & 0xFF;
        return length <= 0x80 ? 2 : 2 + (length & 0x7F);
    }

    private static boolean isWireGuard(byte[] bytes) {
        String text = whole(bytes);
        return text.contains("[Interface]") && text.contains("PrivateKey")
                || text.strip().matches("[A-Za-z0-9+/]{43}=");
    }

    /** A key ring of GnuPG, or a key packet with its version at the right place (RFC 9580, sections 4.2 and 5.5). */
    private static boolean isOpenPgp(byte[] bytes) {
        if (startsWith(bytes, "KBXf", 8)) {
            return true;
        }
        if (bytes.length < 16) {
            return false;
        }
        return switch (bytes[0] & 0xFF) {
            case 0x94, 0x98 -> bytes[2] == 4;
            case 0x95, 0x99 -> bytes[3] == 4;
            case 0xC5, 0xC6 -> bytes[2] == 4 || bytes[2] == 6 || bytes[3] == 4 || bytes[3] == 6;
            default -> false;
        };
    }

    private static boolean isNss(byte[] bytes) {
        // Berkeley DB 1.85 of cert8.db and key3.db, the SQLite tables of cert9.db and key4.db, and pkcs11.txt
        return startsWith(bytes, HexFormat.of().parseHex("00061561"), 0)
                || sqlite(bytes, "nssPublic")
                || sqlite(bytes, "nssPrivate")
                || head(bytes).startsWith("library=") && whole(bytes).contains("NSS=");
    }

    private static boolean isJwe(byte[] bytes) {
        String text = head(bytes);
        return text.startsWith("{") && whole(bytes).contains("\"ciphertext\"")
                || text.startsWith("eyJ") && whole(bytes).strip().split("\\.", -1).length == 5;
    }

    private static boolean isJwt(byte[] bytes) {
        return head(bytes).startsWith("eyJ") && whole(bytes).strip().split("\\.", -1).length == 3;
    }

    private static boolean isAsn1Listing(byte[] bytes) {
        return head(bytes).matches("(?s)0:d=0 +hl=\\d+ l=.*");
    }

    private static boolean isPrintedKey(byte[] bytes) {
        return head(bytes).matches("(?s)([A-Z0-9-]+ )?Private-Key:.*\\b(priv|modulus):.*");
    }

    private static boolean isPrinted(byte[] bytes) {
        String text = head(bytes);
        return text.matches("(?s)(Certificate|Certificate Request|Certificate Revocation List"
                        + " \\(CRL\\)):\\s+(Data|Version).*")
                || text.startsWith("X.509 Certificate Information:")
                || text.startsWith("PKCS #10 Certificate Request Information:")
                || text.startsWith("Owner: ") && text.contains("Issuer: ") && text.contains("Serial number: ");
    }

    private static boolean isHtml(byte[] bytes) {
        String text = head(bytes).toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html") || text.startsWith("<html");
    }

    private static boolean sqlite(byte[] bytes, String word) {
        return startsWith(bytes, "SQLite format 3\0", 0) && whole(bytes).contains(word);
    }

    private static boolean startsWith(byte[] bytes, String word, int at) {
        return startsWith(bytes, word.getBytes(StandardCharsets.US_ASCII), at);
    }

    private static boolean startsWith(byte[] bytes, byte[] start, int at) {
        return bytes.length >= at + start.length && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
    }

    private static String head(byte[] bytes) {
        int skip = startsWith(bytes, HexFormat.of().parseHex("EFBBBF"), 0) ? 3 : 0;
        return new String(bytes, skip, Math.min(bytes.length - skip, 512), StandardCharsets.ISO_8859_1).stripLeading();
    }

    private static String whole(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
