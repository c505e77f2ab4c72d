package dev.gangway.pki;

import dev.gangway.diagnosis.Code;

/** What can be wrong with keys, certificates and the files they come in. */
public enum PkiCode implements Code {
    /** The subject is not a distinguished name as in RFC 4514. */
    SUBJECT_SYNTAX,
    /** The subject holds no attribute at all. */
    SUBJECT_EMPTY,
    /** The subject names an attribute that nobody knows. */
    SUBJECT_ATTRIBUTE_UNKNOWN,
    /** The value of an attribute of the subject is empty, too long, or of the wrong form. */
    SUBJECT_VALUE,
    /** A name has a character that cannot be seen, or that turns others around. */
    SUBJECT_INVISIBLE,
    /** The end of the validity is not after its start. */
    VALIDITY_REVERSED,
    /** The certificate would outlive the authority that signs it. */
    VALIDITY_BEYOND_AUTHORITY,
    /** A name for the subject alternative name is neither a DNS name nor an IP address. */
    ALTERNATIVE_NAME,
    /** An extended key usage is no object identifier. */
    USAGE_SYNTAX,
    /** An address for revocation list or issuer is no URL. */
    URL_SYNTAX,
    /** The authority's name constraints forbid this name. */
    NAME_NOT_PERMITTED,
    /** The certificate that shall sign another one is not an authority's. */
    AUTHORITY_NOT_CA,
    /** The authority may not have another authority below it. */
    AUTHORITY_PATH_LENGTH,

    /** There is no such file. */
    FILE_MISSING,
    /** The file exists and cannot be read. */
    FILE_UNREADABLE,
    /** The file is larger than anything of its kind. */
    FILE_TOO_LARGE,
    /** The file holds nothing but white space. */
    FILE_EMPTY,
    /** The file is no format that is known here. */
    NOT_RECOGNISED,
    /** The file is of another program's format, which cannot be read here. */
    FORMAT_OTHER,
    /** A PEM block of a kind that is not known here. */
    PEM_LABEL_UNKNOWN,
    /** The path names a pipe or a device, which may never end. */
    FILE_NOT_REGULAR,
    /** A key store where a PEM file belongs. */
    KEY_STORE_FOR_PEM,
    /** A BEGIN line without its END line. */
    PEM_END_MISSING,
    /** An END line without its BEGIN line. */
    PEM_BEGIN_MISSING,
    /** BEGIN and END line name different things. */
    PEM_LABELS_DIFFER,
    /** A BEGIN or END line that has lost dashes, or has the wrong ones. */
    PEM_MARKER,
    /** The base64 of a PEM block is damaged. */
    PEM_BASE64,
    /** The content ends before it says it does. */
    CUT_OFF,

    /** The certificate cannot be parsed. */
    CERTIFICATE_DAMAGED,
    /** A certificate request where a certificate belongs. */
    REQUEST_FOR_CERTIFICATE,
    /** A private key where a certificate belongs. */
    PRIVATE_KEY_FOR_CERTIFICATE,
    /** A public key where a certificate belongs. */
    PUBLIC_KEY_FOR_CERTIFICATE,
    /** A revocation list where a certificate belongs. */
    REVOCATION_LIST_FOR_CERTIFICATE,
    /** Several certificates where one belongs. */
    CHAIN_FOR_CERTIFICATE,

    /** A sound certificate for a key that neither Java nor MQTT servers can use. */
    CERTIFICATE_UNSUPPORTED,

    /** The private key cannot be parsed. */
    KEY_DAMAGED,
    /** A private key of an algorithm or curve that nothing here can use. */
    KEY_UNSUPPORTED,
    /** A private key that is sound, on a curve or of a kind that no TLS handshake here is signed with. */
    KEY_NOT_FOR_TLS,
    /** A certificate where a private key belongs. */
    CERTIFICATE_FOR_KEY,
    /** A certificate request where a private key belongs. */
    REQUEST_FOR_KEY,
    /** A public key where a private key belongs. */
    PUBLIC_KEY_FOR_KEY,
    /** Neither a key nor anything else that would be known where a private key belongs. */
    NO_KEY,
    /** Several private keys where one belongs. */
    SEVERAL_KEYS,
    /** The private key is encrypted and no passphrase was given. */
    PASSPHRASE_MISSING,
    /** The passphrase does not open the private key. */
    PASSPHRASE_WRONG,
    /** The key store is open, but a key inside has another passphrase. */
    ENTRY_PASSPHRASE_MISSING,
    /** The passphrase for the keys inside a key store does not open one of them. */
    ENTRY_PASSPHRASE_WRONG,
    /** Encrypted in a way that is not known here. */
    ENCRYPTION_UNKNOWN,
    /** So many iterations of the key derivation that opening it would take for ever. */
    DERIVATION_TOO_EXPENSIVE,

    /** The private key does not belong to the certificate. */
    KEY_MISMATCH,
    /** The private key belongs to another certificate of the chain than the first. */
    LEAF_NOT_FIRST,
    /** The validity of the certificate has ended. */
    CERTIFICATE_EXPIRED,
    /** The validity of the certificate has not begun. */
    CERTIFICATE_NOT_YET_VALID,
    /** The certificate of an authority where a device's belongs. */
    AUTHORITY_AS_LEAF,
    /** The key usage does not allow signatures. */
    KEY_USAGE,
    /** The extended key usage does not allow clients. */
    EXTENDED_KEY_USAGE,
    /** The key is too short, or of an old kind. */
    WEAK_KEY,
    /** The certificate is signed with a broken digest. */
    WEAK_SIGNATURE,
    /** The certificate is of version 1. */
    VERSION_1,
    /** The subject has no common name. */
    NO_COMMON_NAME,
    /** A certificate of the chain is not signed by the next one. */
    CHAIN_BROKEN,

    /** The key store cannot be parsed. */
    KEY_STORE_DAMAGED,
    /** A key store with no key and certificate, or with several, where one of each belongs. */
    NOT_ONE_IDENTITY,
    /** The archive cannot be unpacked. */
    ARCHIVE_DAMAGED,
    /** The archive is encrypted. */
    ARCHIVE_ENCRYPTED,
    /** The archive unpacks to far more than any certificates would. */
    ARCHIVE_BOMB,
    /** Archives in archives in archives. */
    ARCHIVE_NESTED,
    /** More files or certificates than one import takes. */
    TOO_MANY_FILES,
    /** Nothing to import in any of the files. */
    NOTHING_FOUND,
    /** A private key whose certificate is in none of the files. */
    KEY_WITHOUT_CERTIFICATE,
    /** A device's certificate whose private key is in none of the files. */
    CERTIFICATE_WITHOUT_KEY,
    /** The issuer is there by its name, and its key has not signed the certificate. */
    SIGNATURE_WRONG,
    /** The certificate of an issuer is in none of the files. */
    ISSUER_MISSING,
    /** The private key lay in its file unencrypted. */
    PROTECTION_NONE,
    /** The private key lay in its file encrypted in a way that can be broken. */
    PROTECTION_WEAK,

    /** Mbed TLS on small devices cannot use a key of this kind. */
    MBEDTLS_KEY,
    /** Mbed TLS on small devices refuses certificates with name constraints. */
    MBEDTLS_NAME_CONSTRAINTS,
    /** The file opens with an empty passphrase. */
    PROTECTION_EMPTY,

    /** A place of a template's subject has no value. */
    TEMPLATE_PLACE,
    /** The file holds no certificate request. */
    NO_REQUEST,
    /** The certificate request cannot be parsed. */
    REQUEST_DAMAGED,
    /** The key of the certificate request is of a kind, or so short, that servers refuse its certificate. */
    REQUEST_KEY,
    /** The certificate request is not signed by its own key. */
    REQUEST_SIGNATURE,

    /** The private key lives in hardware and cannot leave it. */
    KEY_NOT_EXPORTABLE,
    /** The private key is not in the vault, and the format of an export holds it. */
    EXPORT_WITHOUT_KEY,
    /** The format of an export needs a passphrase, and none was given. */
    EXPORT_NEEDS_PASSPHRASE,
    /** A file of that name exists. */
    EXPORT_EXISTS,
    /** The folder cannot be written to. */
    EXPORT_REFUSED,
    /** A setting for ThingsBoard's key generator that its script would fail at in silence. */
    KEYGEN_PROPERTIES;

    @Override
    public String family() {
        return "pki";
    }
}
