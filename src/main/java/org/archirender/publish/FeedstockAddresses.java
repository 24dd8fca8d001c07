package org.archirender.publish;

import java.util.Optional;
import java.util.Set;
import org.archirender.conda.FeedstockLayout;
import org.archirender.overlay.Overlay;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.publish.git.Site;
import org.archirender.publish.github.Home;
import org.archirender.render.Port;

/**
 * Where a feedstock's repositories are.
 *
 * @param own its own, which is pushed to: https, ssh, or a path
 * @param upstream the upstream feedstock's, from which a branch that does not exist is started
 * @param trusted the servers that may have the port's token
 * @param home where its own is on GitHub, if it is there
 */
record FeedstockAddresses(String own, String upstream, Set<Site> trusted, Optional<Home> home) {
    FeedstockAddresses {
        trusted = Set.copyOf(trusted);
    }

    /** With {@code own} as port.yaml names it. */
    FeedstockAddresses(String own, String upstream) {
        this(own, upstream, Site.of(own).map(Set::of).orElse(Set.of()), Optional.empty());
    }

    /**
     * By the overlay's own {@code remote}, or port.yaml's, or else on GitHub; upstream's by the overlay's {@code base.repo}.
     *
     * @param github the host of GitHub, or of a GitHub Enterprise
     */
    static FeedstockAddresses of(Port port, Overlay overlay, String github) {
        String name = overlay.name();
        Optional<String> remote = overlay.remote().map(written -> written.replace("{name}", name));
        return new FeedstockAddresses(
                remote.orElse(named(port, name)),
                UpstreamFeedstock.address(port, name, overlay.base().map(Overlay.Base::repo)),
                trusted(port, name),
                remote.isPresent()
                        ? Home.at(remote.get(), github)
                        : Optional.of(new Home(port.ownOrg(), FeedstockLayout.repository(name))));
    }

    /** Where on GitHub the feedstock is that package {@code name} comes from, unless its overlay says otherwise. */
    static Home upstream(Port port, String name) {
        return new Home(port.upstreamOrg(), FeedstockLayout.repository(name));
    }

    /**
     * Where its own repository is on GitHub.
     *
     * @param overlay the file that may say that it is elsewhere
     * @throws InputException where it is, and so nothing can be made there by {@code what}, as in "forks"
     */
    Home onGitHub(String overlay, String what) {
        return home.orElseThrow(() -> new InputException(
                Location.of(overlay),
                "remote: %s is not on GitHub, where %s are made".formatted(own, what),
                "make it there by hand, and publish with --push"));
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
