package org.archirender.publish.git;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.archirender.problem.NotTriedException;

/**
 * Servers that answered 401 in this run. Nothing more is asked of them, and of those neither that are given the same token:
 * who asks on with a token that expired gets its account locked. Works for several threads.
 */
public final class Refusals {
    /** Who did not let in those that come without a token; with one, the first who refused it. */
    private final Map<Object, Site> refused = new ConcurrentHashMap<>();

    /**
     * Checks that {@code site} may still be asked.
     *
     * @throws NotTriedException where it, or whoever was given {@code token} as well, refused before
     */
    void check(Site site, Optional<AccessToken> token) {
        Site by = refused.get(key(site, token));
        if (by != null) {
            throw new NotTriedException(by.toString());
        }
    }

    /**
     * Takes note of a refusal.
     *
     * @throws NotTriedException where another thread heard the same: one of them tells it
     */
    void add(Site site, Optional<AccessToken> token) {
        if (refused.putIfAbsent(key(site, token), site) != null) {
            check(site, token);
        }
    }

    private static Object key(Site site, Optional<AccessToken> token) {
        return token.<Object>map(secret -> secret).orElse(site);
    }
}
