package org.archirender.publish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.archirender.publish.PublishOutcome.Behind;
import org.archirender.publish.PublishOutcome.Waiting;
import org.archirender.publish.git.Remote.Lease;
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

    /** Pushes {@code leases} for a feedstock that is {@code behind}, if it may; empty where a branch moved meanwhile. */
    Optional<PublishOutcome> push(
            RemoteReading reading, Behind behind, List<Lease> leases, Supplier<PublishOutcome> pushed)
            throws IOException {
        Optional<PublishOutcome> refusal = refusal(reading.content(), behind);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (reading.push(leases)) {
            return Optional.of(pushed.get());
        }
        left.incrementAndGet();
        return Optional.empty();
    }

    /** Empty where it may be pushed, which counts. */
    private Optional<PublishOutcome> refusal(BranchContent content, Behind behind) {
        if (!dryRun && left.get() <= 0) {
            return Optional.of(behind.beyondLimit());
        }
        BranchContent.Upstream from = content.upstream();
        Optional<String> notGreen =
                upstream.flatMap(ci -> ci.notGreen(content.overlay(), from.repository(), from.commit()));
        if (notGreen.isPresent()) {
            return notGreen.map(Waiting::new);
        }
        if (left.getAndDecrement() <= 0) {
            left.incrementAndGet();
            return Optional.of(dryRun ? behind : behind.beyondLimit());
        }
        return Optional.empty();
    }
}
