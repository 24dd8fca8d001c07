package org.archirender.publish;

import java.util.Optional;
import java.util.Set;
import org.archirender.conda.FeedstockLayout;
import org.archirender.publish.git.Site;
import org.archirender.render.Port;

/**
 * Where a feedstock's repositories are.
 *
 * @param own its own, which is pushed to: https, ssh, or a path
 * @param upstream the upstream feedstock's, from which a branch that does not exist is started
 * @param trusted the servers that may have the port's token
 */
record FeedstockAddresses(String own, String upstream, Set<Site> trusted) {
    FeedstockAddresses {
        trusted = Set.copyOf(trusted);
    }

    /** With {@code own} as port.yaml names it. */
    FeedstockAddresses(String own, String upstream) {
        this(own, upstream, Site.of(own).map(Set::of).orElse(Set.of()));
    }

    /**
     * By the overlay's own {@code remote}, or port.yaml's, or else on GitHub; upstream's by the overlay's {@code base.repo}.
     */
    static FeedstockAddresses of(Port port, BranchContent content, Optional<String> remote) {
        String upstream = content.upstream().repository();
        boolean isAddress = upstream.contains(":") || upstream.startsWith("/");
        return new FeedstockAddresses(
                remote.orElse(named(port, content.name())),
                isAddress ? upstream : Site.GITHUB + "/" + upstream,
                trusted(port, content.name()));
    }

    /** Where port.yaml says that the feedstock of package {@code name} is. */
    private static String named(Port port, String name) {
        return port.remote()
                .map(remote -> remote.replace("{name}", name))
                .orElse(Site.GITHUB + "/" + port.ownOrg() + "/" + FeedstockLayout.repository(name));
    }

    /** The server that port.yaml names for package {@code name}; empty where that is a path. */
    static Set<Site> trusted(Port port, String name) {
        return Site.of(named(port, name)).map(Set::of).orElse(Set.of());
    }

    /** Whether {@code own} is on a server that port.yaml does not name, by https. */
    boolean isElsewhere() {
        return own.contains("://")
                && Site.of(own).filter(site -> !trusted.contains(site)).isPresent();
    }
}
