package org.archirender.publish;

import static java.util.Objects.requireNonNull;

/**
 * Where a feedstock's repositories are.
 *
 * @param own its own, which is pushed to: https, ssh, or a path
 * @param upstream the upstream feedstock's, from which a branch that does not exist is started
 * @param owner the account on GitHub that its own belongs to, for pull requests
 */
public record FeedstockAddresses(String own, String upstream, String owner) {
    public FeedstockAddresses {
        requireNonNull(own, "own is null");
        requireNonNull(upstream, "upstream is null");
        requireNonNull(owner, "owner is null");
    }
}
