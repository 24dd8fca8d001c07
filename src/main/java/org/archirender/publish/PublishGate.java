package org.archirender.publish;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Waiting;
import org.archirender.publish.github.UpstreamChecks;
import org.archirender.publish.github.UpstreamChecks.State;
import org.archirender.publish.github.UpstreamCi;

/** Whether a feedstock may be pushed in this run, asked where there is something to push and just before it is. */
public final class PublishGate {
    private final AtomicInteger left;
    private final boolean dryRun;
    private final Optional<UpstreamCi> upstream;

    private PublishGate(int limit, boolean dryRun, Optional<UpstreamCi> upstream) {
        this.left = new AtomicInteger(limit);
        this.dryRun = dryRun;
        this.upstream = requireNonNull(upstream, "upstream is null");
    }

    /**
     * Lets {@code limit} feedstocks through.
     *
     * @param upstream asked whether the upstream commit is green; empty to push whatever it says
     */
    public static PublishGate of(int limit, Optional<UpstreamCi> upstream) {
        return new PublishGate(limit, false, upstream);
    }

    /** Lets nothing through: remotes are looked at and stay as they are. */
    public static PublishGate dryRun(Optional<UpstreamCi> upstream) {
        return new PublishGate(0, true, upstream);
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** Why {@code publication}, which is {@code behind}, may not be pushed; empty where it may, which counts. */
    Optional<PublishOutcome> refusal(BranchContent publication, Behind behind) {
        if (!dryRun && left.get() <= 0) {
            return Optional.of(behind);
        }
        Optional<UpstreamChecks> checks = upstream.map(ci -> ci.of(publication));
        if (checks.isPresent() && checks.get().state() != State.GREEN) {
            return Optional.of(new Waiting(checks.get().reason()));
        }
        if (left.getAndDecrement() <= 0) {
            left.incrementAndGet();
            return Optional.of(behind);
        }
        return Optional.empty();
    }

    /** Takes back that something was let through: it could not be pushed. */
    void giveBack() {
        left.incrementAndGet();
    }
}
