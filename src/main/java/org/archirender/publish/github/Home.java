package org.archirender.publish.github;

import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;

/**
 * Where a repository is on GitHub.
 *
 * @param owner the organisation or person
 * @param name of the repository, without {@code .git}
 */
public record Home(String owner, String name) {
    private static final Pattern PATH = Pattern.compile("(?:^|/)([\\w.-]+)/([\\w.-]+?)(?:\\.git)?/?$");

    /** From {@code OWNER/NAME}; empty for anything else. */
    public static Optional<Home> of(String written) {
        return written.contains(":") || written.startsWith("/") || written.indexOf('/') != written.lastIndexOf('/')
                ? Optional.empty()
                : path(written);
    }

    /** From the https or ssh address of a repository on {@code host}; empty for any other. */
    public static Optional<Home> at(String address, String host) {
        try {
            URIish uri = new URIish(address);
            return host.equalsIgnoreCase(uri.getHost()) ? path(uri.getPath()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<Home> path(String path) {
        Matcher matcher = PATH.matcher(path);
        return matcher.find() ? Optional.of(new Home(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return owner + "/" + name;
    }
}
