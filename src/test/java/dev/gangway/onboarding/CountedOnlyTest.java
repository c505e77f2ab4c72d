package dev.gangway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Wiring;
import dev.gangway.app.Workspace;
import dev.gangway.credentials.PinSource;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import dev.gangway.vault.memory.MemoryVault;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the window asks once a second opens no row of the vault. */
class CountedOnlyTest {
    private final List<String> asked = new ArrayList<>();
    private final Vault vault = watching(Vault.class, new MemoryVault("tester", Clock.systemUTC()));

    @Test
    void theOutboxAndTheDevicesAreCounted() {
        Workspace workspace = new Wiring(Clock.systemUTC()).over(vault, PinSource.NONE);
        asked.clear();
        assertThat(workspace.onboarding().unfinished()).isZero();
        assertThat(workspace.devices().count()).isZero();
        assertThat(asked).containsOnly("repository", "count");
    }

    private <T> T watching(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    asked.add(method.getName());
                    Object answer = method.invoke(real, arguments);
                    return answer instanceof Repository<?> repository ? watching(Repository.class, repository) : answer;
                }));
    }
}
