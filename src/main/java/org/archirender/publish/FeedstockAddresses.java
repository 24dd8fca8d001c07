package org.archirender.publish;

import org.archirender.render.Port;

/**
 * Where a feedstock's repositories are.
 *
 * @param own its own, which is pushed to: https, ssh, or a path
 * @param upstream the upstream feedstock's, from which a branch that does not exist is started
 */
record FeedstockAddresses(String own, String upstream) {
    private static final String GITHUB = "https://github.com/";

    /** By port.yaml's {@code remote}, or else on GitHub; upstream's by the overlay's {@code base.repo}. */
    static FeedstockAddresses of(Port port, BranchContent content) {
        String upstream = content.upstream().repository();
        boolean isAddress = upstream.contains(":") || upstream.startsWith("/");
        return new FeedstockAddresses(
                port.remote()
                        .map(remote -> remote.replace("{name}", content.name()))
                        .orElse(GITHUB + port.ownOrg() + "/" + content.repository()),
                isAddress ? upstream : GITHUB + upstream);
    }
}
