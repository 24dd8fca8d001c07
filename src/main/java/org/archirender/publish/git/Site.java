package org.archirender.publish.git;

import java.net.IDN;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Locale;
import java.util.Optional;
import org.archirender.text.Address;
import org.eclipse.jgit.transport.URIish;

/**
 * A server that a secret may belong to: another port is another one, and so is another scheme.
 *
 * @param scheme {@code https} or {@code http}
 * @param host in lower case and ASCII, without a final dot
 * @param port never a default
 */
public record Site(String scheme, String host, int port) {
    /** Where feedstocks are that no address is given for. */
    public static final Site GITHUB = new Site("https", "github.com", 443);

    /** What speaks http or https at {@code url}; empty for another scheme, and where the host is none. */
    static Optional<Site> of(URL url) {
        String scheme = url.getProtocol().toLowerCase(Locale.ROOT);
        int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        return scheme.equals("https") || scheme.equals("http")
                ? host(url.getHost()).map(host -> new Site(scheme, host, port))
                : Optional.empty();
    }

    /**
     * The https or http server of a git address or an API's: what ssh reaches has https at its own port. Empty for a path,
     * and for what is no address.
     */
    public static Optional<Site> of(String address) {
        if (address.length() > Address.LONGEST) {
            return Optional.empty();
        }
        try {
            URIish uri = new URIish(address);
            if (!uri.isRemote()) {
                return Optional.empty();
            }
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("ssh").toLowerCase(Locale.ROOT);
            return scheme.contains("ssh")
                    ? host(uri.getHost()).map(host -> new Site("https", host, 443))
                    : of(new URL(address));
        } catch (URISyntaxException | MalformedURLException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> host(String written) {
        try {
            String host = IDN.toASCII(written).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
            return Optional.of(host).filter(name -> !name.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a secret can be read by nobody on the way there: https, or this machine by its number or name. */
    public boolean isSafe() {
        return scheme.equals("https") || host.matches("127(\\.\\d{1,3}){3}|localhost|\\[(0*:)*+:?0*1]");
    }

    /** As in an address, without a default port. */
    @Override
    public String toString() {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
