package dev.gangway.line.unit;

import dev.gangway.authorities.Authorities;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Servers;
import dev.gangway.line.label.LabelCode;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.onboarding.CredentialChange;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Brings units on board over one vault, and remembers of each what it came to: written in the transaction that ends its
 * onboarding, so that no crash leaves a unit done without its verdict.
 */
public final class Units implements UnitEngine {
    private final Parts parts;
    private final Repository<UnitNote> notes;
    private final ConcurrentHashMap<String, ReentrantLock> turns;
    private final Site site;

    /** What a unit is brought on board with; all over the same vault. */
    public record Parts(
            Vault vault,
            Servers servers,
            Devices devices,
            Authorities authorities,
            Onboarding onboarding,
            CredentialChange change,
            CredentialDeployer deployer,
            CredentialSource credentials,
            UnitLog log,
            Clock clock) {}

    /** Over these, on this machine. */
    public Units(Parts parts) {
        this(parts, Site.here(), new ConcurrentHashMap<>());
    }

    private Units(Parts parts, Site site, ConcurrentHashMap<String, ReentrantLock> turns) {
        this.parts = parts;
        this.site = site;
        this.turns = turns;
        notes = parts.vault().repository(UnitNote.KIND);
    }

    /** The same at another place. */
    public Units at(Site other) {
        return new Units(parts, other, turns);
    }

    /** Where units are brought on board by this. */
    public Site site() {
        return site;
    }

    @Override
    public UnitResult run(UnitOrder order, Consumer<UnitStep> steps, Cancellation cancellation) {
        ReentrantLock turn = turns.computeIfAbsent(order.name(), name -> new ReentrantLock());
        turn.lock();
        try {
            return new UnitRun(parts, site, notes, order, steps, cancellation).run();
        } finally {
            turn.unlock();
            turns.remove(order.name(), turn);
        }
    }

    /** How many units wait for their server; opens none of them. */
    public int waiting() {
        return notes.find("verdict", UnitVerdict.QUEUED.name()).size();
    }

    /** How often units of this serial number failed so that it counts against them. */
    public int failures(String serial) {
        return notes.find("serial", serial).stream()
                .mapToInt(UnitNote::failures)
                .max()
                .orElse(0);
    }

    /** Whether a unit of this serial number has passed. */
    public boolean passed(String serial) {
        return notes.find("serial", serial).stream().anyMatch(note -> note.verdict() == UnitVerdict.PASS);
    }

    /**
     * Units that failed so often that it counts against them, the latest first.
     *
     * @param least failures, at least 1
     */
    public List<Quarantined> quarantined(int least) {
        return notes.find("verdict", UnitVerdict.FAIL.name()).stream()
                .filter(note -> note.failures() >= least)
                .sorted(Comparator.comparing(UnitNote::at).reversed())
                .map(note -> new Quarantined(note.serial(), note.name(), note.cause(), note.failures(), note.at()))
                .toList();
    }

    /** Says in the audit log why a unit is tested again. */
    public void retesting(String serial, String reason) {
        parts.vault().audit().append("unit.retested", serial, Map.of("name", serial, "reason", reason));
    }

    /**
     * Lets a unit out of quarantine, a person having looked at it: its failures count no more.
     *
     * @param reason goes into the audit log; may be empty
     * @return fails where no unit of this serial number came by
     */
    public Outcome<Outcome.Done> release(String serial, String reason) {
        List<UnitNote> held = notes.find("serial", serial);
        if (held.isEmpty()) {
            return Diagnosis.of(UnitCode.NOT_HERE).with("serial", serial).failed();
        }
        parts.vault().atomically(() -> {
            held.forEach(note -> notes.put(note.released()));
            parts.vault().audit().append("unit.released", serial, Map.of("name", serial, "reason", reason));
        });
        return Outcome.done();
    }

    /**
     * Prints the label of a unit once more, with a reason that goes into its record; blocks.
     *
     * @return what a scanner reads from it
     */
    public Outcome<String> reprint(Recipe recipe, String serial, String reason, Cancellation cancellation) {
        UnitOrder order = UnitOrder.of(recipe, serial);
        if (recipe.labelTemplate().isEmpty() || site.labelling().isEmpty()) {
            return Diagnosis.of(LabelCode.NO_PRINTER)
                    .with("recipe", recipe.name())
                    .remedy("label.name-printer")
                    .failed();
        }
        Optional<Device> device = parts.devices().named(order.name());
        if (device.isEmpty()) {
            return Diagnosis.of(UnitCode.NOT_HERE).with("serial", serial).failed();
        }
        if (reason.isBlank()) {
            return parts.log().reprinted(site, serial, "", reason).map(done -> "");
        }
        return new UnitLabel(site.labelling().get(), order, device.get())
                .print(cancellation)
                .then(printed ->
                        parts.log().reprinted(site, serial, printed, reason).map(done -> printed));
    }

    /**
     * Goes on with the units that wait for their server, the oldest first. Of a server out of reach only the first is
     * tried.
     *
     * @param told receives each that has come to another verdict, in the calling thread
     * @return how many wait still
     */
    public int deliver(Consumer<UnitResult> told, Cancellation cancellation) {
        Set<Optional<String>> outOfReach = new HashSet<>();
        List<UnitNote> queued = notes.find("verdict", UnitVerdict.QUEUED.name()).stream()
                .sorted(Comparator.comparing(UnitNote::at))
                .toList();
        int left = 0;
        for (UnitNote note : queued) {
            UnitOrder order = note.waiting().orElseThrow();
            if (cancellation.isCancelled() || outOfReach.contains(order.recipe().server())) {
                left++;
                continue;
            }
            UnitResult result = run(order, step -> {}, cancellation);
            if (result.verdict() == UnitVerdict.QUEUED || result.isVaultBroken()) {
                outOfReach.add(order.recipe().server());
                left++;
            } else {
                told.accept(result);
            }
        }
        return left;
    }
}
