package org.archirender.publish.git;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * How remotes are reached.
 *
 * @param token for https; ssh takes the user's agent and keys
 * @param timeout of each connection and of each wait for an answer
 * @param home the folder whose {@code .ssh} ssh reads
 */
public record RemoteAccess(Optional<AccessToken> token, Duration timeout, Path home) {
    public RemoteAccess {
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("timeout below a second: " + timeout);
        }
    }

    /** Gives the token to https, and to http on this machine alone; says no to every question, unknown hosts included. */
    CredentialsProvider credentials() {
        String secret = token.map(AccessToken::secret).orElse("");
        return new UsernamePasswordCredentialsProvider("x-access-token", secret) {
            @Override
            public boolean get(URIish uri, CredentialItem... items) {
                return token.isPresent() && isSafe(uri) && super.get(uri, items);
            }
        };
    }

    /** Whether a secret may be sent there. */
    public static boolean isSafe(URIish uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        return scheme.equals("https") || (scheme.equals("http") && isThisMachine(uri));
    }

    private static boolean isThisMachine(URIish uri) {
        try {
            return InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
