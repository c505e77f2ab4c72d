package dev.gangway.line.record;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.record.UnitRecord.Event;
import dev.gangway.line.unit.Site;
import dev.gangway.line.unit.UnitLog;
import dev.gangway.line.unit.UnitResult;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.pki.Fingerprints;
import dev.gangway.stored.StoredNames;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what units came to into the chain of their station. */
public final class UnitRecords implements UnitLog {
    private final RecordChain chain;

    /** Into these chains. */
    public UnitRecords(RecordChain chain) {
        this.chain = chain;
    }

    @Override
    public void ended(Site site, UnitResult result) {
        write(site, record(site, result));
    }

    @Override
    public void delivered(Site site, UnitResult result) {
        String serial = result.order().serial();
        List<ChainedRecord> all = chain.about(serial);
        Site then = all.isEmpty() ? site : site.inLot(all.getLast().lot());
        write(site, record(then, result).as(Event.VERDICT, result.verdict(), Optional.empty(), ""));
    }

    private void write(Site site, UnitRecord record) {
        chain.append(site.station(), record).orThrow(); // neither corrects another nor needs a reason
    }

    @Override
    public Outcome<Outcome.Done> reprinted(Site site, String serial, String printed, String reason) {
        Map<String, Object> changes = new LinkedHashMap<>(changes(Event.REPRINT, site.operator(), reason));
        changes.put("label", printed);
        return latest(serial)
                .then(last -> chain.append(site.station(), last, changes))
                .map(done -> Outcome.Done.DONE);
    }

    /**
     * Sets a record right by another one in the same chain; what it says otherwise stays.
     *
     * @param number of the record that was wrong
     * @param verdict what it should have said
     * @param operator who says so; may be empty
     */
    public Outcome<ChainedRecord> correct(
            String station, long number, UnitVerdict verdict, String operator, String reason) {
        Map<String, Object> changes = new LinkedHashMap<>(changes(Event.CORRECTION, operator, reason));
        changes.put("verdict", StoredNames.of(verdict));
        changes.put("corrects", number);
        return chain.get(station, number)
                .map(wrong -> chain.append(station, wrong, changes))
                .orElseGet(() -> Diagnosis.of(RecordCode.CORRECTS_NONE)
                        .with("number", number)
                        .with("station", station)
                        .remedy("record.look-up")
                        .failed());
    }

    private static Map<String, Object> changes(Event event, String operator, String reason) {
        return Map.of("event", StoredNames.of(event), "operator", operator, "reason", reason);
    }

    /** What was last written about a unit. */
    public Outcome<ChainedRecord> latest(String serial) {
        List<ChainedRecord> all = chain.about(serial);
        return all.isEmpty()
                ? Diagnosis.of(RecordCode.NONE)
                        .with("what", serial)
                        .remedy("record.look-up")
                        .failed()
                : Outcome.ok(all.getLast());
    }

    private static UnitRecord record(Site site, UnitResult result) {
        Optional<X509Certificate> leaf = result.device().map(Device::credential).flatMap(UnitRecords::leaf);
        return UnitRecord.of(result, site.operator(), site.lot())
                .withKey(
                        leaf.map(certificate -> Fingerprints.sha256(certificate)
                                .replace(":", "")
                                .toLowerCase(java.util.Locale.ROOT)),
                        leaf.map(certificate -> Base64.getEncoder()
                                .encodeToString(certificate.getPublicKey().getEncoded())))
                .withParts(result.printed(), "", List.of(), result.measured());
    }

    private static Optional<X509Certificate> leaf(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf known -> Optional.of(known.certificate());
            case Credential.X509Chain chain -> Optional.of(chain.chain().getFirst());
            default -> Optional.empty();
        };
    }
}
