package dev.gangway.cli;

import dev.gangway.diagnosis.Code;

/** What can be wrong with a command before anything is tried. */
public enum CliCode implements Code {
    /** No passphrase was given, and there is nobody to ask. */
    PASSPHRASE_NEEDED,
    /** The two passphrases typed are not the same. */
    PASSPHRASES_DIFFER,
    /** A file with a secret cannot be read. */
    SECRET_FILE,
    /** A file with a secret is empty. */
    SECRET_EMPTY,
    /** A certificate without its key, or a key without its certificate. */
    KEY_AND_CERTIFICATE,
    /** Two options that exclude each other. */
    OPTIONS_EXCLUDE,
    /** A kind of device that there is no profile of. */
    NO_SUCH_DEVICE_KIND,
    /** An option that another one needs. */
    OPTION_NEEDED,
    /** An option for what a server of this kind does not have. */
    OPTION_NOT_FOR_SERVER,
    /** TLS options without TLS. */
    NEEDS_TLS,
    /** An option that only MQTT 5 knows, with an older version. */
    NEEDS_MQTT_5,
    /** A value that an option does not take. */
    BAD_VALUE,
    /** No device of this name in the vault. */
    DEVICE_UNKNOWN,
    /** No server of this name in the vault. */
    SERVER_UNKNOWN,
    /** No authority of this name in the vault. */
    AUTHORITY_UNKNOWN,
    /** No certificate of this name in the vault. */
    CERTIFICATE_UNKNOWN,
    /** A server of this name is in the vault. */
    SERVER_EXISTS,
    /** A device of this name is in the vault. */
    DEVICE_EXISTS,
    /** No device, authority or certificate of this name in the vault. */
    NOTHING_NAMED,
    /** The device signs in without a certificate. */
    NO_CERTIFICATE,
    /** Nobody has agreed that a key leaves the vault, and there is nobody to ask. */
    CONSENT_NEEDED,
    /** The device signs in with nothing that has a public key for tokens. */
    NO_SIGNING_KEY,
    /** A file that holds no earlier test. */
    NOT_A_RUN,
    /** A file with names of devices that cannot be read. */
    LIST_UNREADABLE,
    /** An option that is there for one device alone. */
    ONE_DEVICE_ONLY,
    /** The device has not passed yet, or that test's timeline is not kept any more. */
    NO_LAST_PASS,
    /** The standard input broke off in the middle. */
    INPUT_UNREADABLE,
    /** Files were to be opened in a window where none can come up. */
    NO_WINDOW,
    /** An argument with bytes that the locale's character set does not have. */
    UNREADABLE_ARGUMENT,
    /** A line with commands has a quote that is not closed. */
    QUOTE_OPEN,
    /** A command that cannot be one of many. */
    NOT_IN_A_RUN,
    /** No server of this name in the vault, but some have one like it. */
    SERVER_MISTYPED,
    /** A person stopped it. */
    CANCELLED,
    /** No diagnosis has this code. */
    CODE_UNKNOWN,
    /** No diagnosis has this code, but some have one like it. */
    CODE_MISTYPED,
    /** A log that cannot be read. */
    LOG_UNREADABLE,
    /** A file that was to be written exists, or cannot be written. */
    CANNOT_WRITE,
    /** What was printed did not all arrive. */
    OUTPUT_LOST,
    /** The account has no home folder, and nothing says where else the program's files are. */
    NO_HOME,
    /** A value that is none of those that an option takes. */
    BAD_CHOICE,
    /** The certificates of this name were revoked. */
    CERTIFICATE_REVOKED,
    /** No certificate of this name has a successor that somebody would use. */
    NOT_RENEWABLE,
    /** A passphrase was given for a file that is not among those to be read. */
    PASSPHRASE_UNMATCHED;

    @Override
    public String family() {
        return "cli";
    }
}
