package dev.gangway.onboarding;

import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapters;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/**
 * Pulls the plug at the n-th moment that could matter: before and after each write to the vault and each call to the
 * server. What is behind it is the real thing.
 */
public final class Crash {
    private static final Set<String> NO_MOMENTS = Set.of("close", "isSame", "audit", "get", "find", "all", "count");

    private final int at;
    private int moments;

    /** Pulled. */
    public static final class Pulled extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Pulls it at this moment, from 1. */
    public Crash(int at) {
        this.at = at;
    }

    /** A vault whose writes are moments. */
    public Vault around(Vault real) {
        return around(Vault.class, real);
    }

    ServerAdapters around(ServerAdapters real) {
        return entry -> real.connect(entry).map(adapter -> around(ServerAdapter.class, adapter));
    }

    private void moment() {
        if (++moments >= at) {
            throw new Pulled(); // and again at every later one: nothing runs on after a crash
        }
    }

    private <T> T around(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (NO_MOMENTS.contains(method.getName())) {
                return invoke(real, method, args);
            }
            if (method.getName().equals("repository")) {
                return around(Repository.class, (Repository<?>) invoke(real, method, args));
            }
            moment();
            Object result = invoke(real, method, args);
            moment();
            return result;
        }));
    }

    private static Object invoke(Object real, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
