package dev.gangway.cli;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.line.label.LabelCode;
import dev.gangway.server.ServerCode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Exit codes; stable, because scripts rely on them. */
final class ExitCode {
    /** The test passed, or what was asked for was done. */
    static final int PASS = 0;
    /** The test failed, or some of several. */
    static final int FAIL = 1;
    /** The command was written wrongly: an option, a host, a number. */
    static final int USAGE = 2;
    /** A certificate, key or other file that was handed in cannot be used. */
    static final int INPUT = 3;
    /** The vault could not be opened or written. */
    static final int VAULT = 4;
    /** The server's REST interface or a printer refused, or could not be reached. */
    static final int SERVER = 5;
    /** A bug of this program. */
    static final int BUG = 70;
    /** Stopped by a person: 128 and SIGINT. */
    static final int CANCELLED = 130;

    private static final Set<String> BAD_ADDRESS = Stream.of(
                    ServerCode.HOST_HAS_SCHEME,
                    ServerCode.HOST_HAS_PATH,
                    ServerCode.HOST_HAS_SPACES,
                    ServerCode.HOST_HAS_USER,
                    ServerCode.HOST_EMPTY,
                    ServerCode.HOST_INVALID,
                    ServerCode.PORT_INVALID,
                    ServerCode.URL_INVALID)
            .map(ServerCode::id)
            .collect(Collectors.toUnmodifiableSet());

    /** Chains that the server's profile would refuse: known before anything is sent, and the same as a failed test. */
    private static final Set<String> CHAIN_REFUSED = Stream.of(
                    OnboardingCode.CHAIN_NOT_ANCHORED,
                    OnboardingCode.CHAIN_NAME_REFUSED,
                    OnboardingCode.CHAIN_OTHER_NAME,
                    OnboardingCode.CHAIN_OTHER_PROFILE,
                    OnboardingCode.CHAIN_MAKES_NO_DEVICE)
            .map(OnboardingCode::id)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> PRINTER = Stream.of(
                    LabelCode.PRINTER_UNREACHABLE,
                    LabelCode.PRINTER_SILENT,
                    LabelCode.PRINTER_ANSWER,
                    LabelCode.PAPER_OUT,
                    LabelCode.RIBBON_OUT,
                    LabelCode.HEAD_OPEN,
                    LabelCode.PAUSED,
                    LabelCode.BUFFER_FULL)
            .map(LabelCode::id)
            .collect(Collectors.toUnmodifiableSet());

    private ExitCode() {}

    /** The one for what kept a command from being carried out. */
    static int of(Diagnosis diagnosis) {
        String code = diagnosis.code();
        return switch (code.substring(0, code.indexOf('.'))) {
            case "cli" -> ofCommand(diagnosis);
            case "serial", "record", "pki", "import", "hardware", "authorities", "recipe", "table", "batch" -> INPUT;
            case "label" -> PRINTER.contains(code) ? SERVER : INPUT;
            case "vault" -> VAULT;
            case "enrolment" -> diagnosis.is(EnrolmentCode.CANCELLED) ? CANCELLED : SERVER;
            case "server" -> BAD_ADDRESS.contains(code) ? USAGE : SERVER;
            case "onboarding" -> ofOnboarding(diagnosis);
            default -> FAIL;
        };
    }

    private static int ofOnboarding(Diagnosis diagnosis) {
        if (diagnosis.is(OnboardingCode.CANCELLED)) {
            return CANCELLED;
        }
        return CHAIN_REFUSED.contains(diagnosis.code()) ? FAIL : SERVER;
    }

    private static int ofCommand(Diagnosis diagnosis) {
        if (diagnosis.is(CliCode.CANCELLED)) {
            return CANCELLED;
        }
        return diagnosis.is(CliCode.LOG_UNREADABLE) ? INPUT : USAGE;
    }
}
