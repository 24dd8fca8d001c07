package org.archirender.publish.git;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.archirender.problem.NotTriedException;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * How remotes are reached.
 *
 * @param token for https; ssh takes the user's agent and keys
 * @param sites that may have the token: those that the user named, whatever leads elsewhere
 * @param timeout of each connection and of each wait for an answer
 * @param home the folder whose {@code .ssh} ssh reads
 * @param pause the time, for who has to wait
 * @param refusals who did not let us in so far
 */
public record RemoteAccess(
        Optional<AccessToken> token, Set<Site> sites, Duration timeout, Path home, Pause pause, Refusals refusals) {
    public RemoteAccess {
        sites = Set.copyOf(sites);
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("timeout below a second: " + timeout);
        }
    }

    /** Access that gives the token to nobody yet. */
    public RemoteAccess(Optional<AccessToken> token, Duration timeout, Path home, Pause pause) {
        this(token, Set.of(), timeout, home, pause, new Refusals());
    }

    /** The same for which {@code named} may have the token, and no others. */
    public RemoteAccess trusting(Set<Site> named) {
        return new RemoteAccess(token, named, timeout, home, pause, refusals);
    }

    /** The token, where {@code site} may have it: it was named, and nobody on the way there can read along. */
    public Optional<AccessToken> tokenFor(Site site) {
        return token.filter(secret -> sites.contains(site) && site.isSafe());
    }

    /**
     * Checks that {@code site} may still be asked.
     *
     * @throws NotTriedException where it did not let us in before, in this run
     */
    public void checkOpen(Site site) {
        refusals.check(site, tokenFor(site));
    }

    /**
     * Takes note that {@code site} did not let us in.
     *
     * @throws NotTriedException where that was known already
     */
    public void refused(Site site) {
        refusals.add(site, tokenFor(site));
    }

    /** Gives the token to the sites that may have it; says no to every other question, unknown hosts included. */
    CredentialsProvider credentials() {
        String secret = token.map(AccessToken::secret).orElse("");
        return new UsernamePasswordCredentialsProvider("x-access-token", secret) {
            @Override
            public boolean get(URIish uri, CredentialItem... items) {
                return site(uri).flatMap(RemoteAccess.this::tokenFor).isPresent() && super.get(uri, items);
            }
        };
    }

    private static Optional<Site> site(URIish uri) {
        try {
            return Site.of(new URL(uri.toString()));
        } catch (MalformedURLException e) {
            return Optional.empty();
        }
    }
}
