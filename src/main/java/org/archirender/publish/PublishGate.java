package org.archirender.publish;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Behind.Reason;
import org.archirender.publish.PublishOutcome.Waiting;
import org.archirender.publish.github.UpstreamChecks;
import org.archirender.publish.github.UpstreamChecks.State;
import org.archirender.publish.github.UpstreamCi;

/** Whether a feedstock may be pushed in this run, asked where there is something to push and just before it is. */
public final class PublishGate {
    private final AtomicInteger left;
    private final boolean dryRun;
    private final Optional<UpstreamCi> upstream;

    private PublishGate(AtomicInteger left, boolean dryRun, Optional<UpstreamCi> upstream) {
        this.left = left;
        this.dryRun = dryRun;
        this.upstream = upstream;
    }

    /** Lets {@code limit} feedstocks through. */
    public static PublishGate of(int limit) {
        return new PublishGate(new AtomicInteger(limit), false, Optional.empty());
    }

    /** Lets nothing through: remotes are looked at and stay as they are. */
    public static PublishGate dryRun() {
        return new PublishGate(new AtomicInteger(), true, Optional.empty());
    }

    /** The same, which lets through what {@code ci} says is green; where that is empty, whatever upstream's CI says. */
    PublishGate asking(Optional<UpstreamCi> ci) {
        return new PublishGate(left, dryRun, ci);
    }

    boolean isDryRun() {
        return dryRun;
    }

    /** Why {@code content}, which is {@code behind}, may not be pushed; empty where it may, which counts. */
    Optional<PublishOutcome> refusal(BranchContent content, Behind behind) {
        if (!dryRun && left.get() <= 0) {
            return Optional.of(behind.because(Reason.LIMIT));
        }
        BranchContent.Upstream from = content.upstream();
        Optional<UpstreamChecks> checks =
                upstream.map(ci -> ci.of(content.overlay(), from.repository(), from.commit()));
        if (checks.isPresent() && checks.get().state() != State.GREEN) {
            return Optional.of(new Waiting(checks.get().reason()));
        }
        if (left.getAndDecrement() <= 0) {
            left.incrementAndGet();
            return Optional.of(dryRun ? behind : behind.because(Reason.LIMIT));
        }
        return Optional.empty();
    }

    /** Takes back that something was let through: it could not be pushed. */
    void giveBack() {
        left.incrementAndGet();
    }
}
