package dev.gangway.authorities;

import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.authorities.Issuing.IssuedKey;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.TestWorkshop;
import dev.gangway.pki.authority.Template;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A vault with the room's use cases on it, whose clock stands still. */
final class Office implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    final Vault vault;
    final Authorities authorities;
    final UnassignedCertificates unassignedCertificates;

    /** A fresh vault in this folder. */
    Office(Path folder) {
        this(TestVaults.create(folder.resolve("office.vault")), NOW);
    }

    /** On a vault that is open, at another moment. */
    Office(Vault vault, Instant now) {
        this.vault = vault;
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        authorities = new Authorities(vault, TestWorkshop.real(), clock);
        unassignedCertificates = new UnassignedCertificates(vault, clock);
    }

    /** The same vault at a later moment. */
    Office later(Duration by) {
        return new Office(vault, NOW.plus(by));
    }

    Authority root() {
        return authorities.founding().root(wanted("Root", AuthorityLimits.NONE)).orThrow();
    }

    Authority below(Authority above) {
        return authorities
                .founding()
                .intermediate(above.id(), wanted("Plant 2", AuthorityLimits.NONE))
                .orThrow();
    }

    IssuedKey device(Authority by, String name) {
        return authorities
                .issuing()
                .issue(forDevice(by, Template.DEVICE_CLIENT, name))
                .orThrow();
    }

    static IssueRequest forDevice(Authority by, Template template, String name) {
        return IssueRequest.forDevice(by.id(), template, name, Optional.empty(), Optional.empty());
    }

    static NewAuthority wanted(String name, AuthorityLimits limits) {
        return new NewAuthority(
                name, "CN=" + name + ",O=Gangway", KeyType.EC_P256, Optional.of(Duration.ofDays(3650)), limits);
    }

    static AuthorityLimits names(String permitted) {
        return new AuthorityLimits(Optional.of(0), List.of(permitted), List.of());
    }

    @Override
    public void close() {
        vault.close();
    }
}
