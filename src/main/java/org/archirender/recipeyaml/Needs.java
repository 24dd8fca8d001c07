package org.archirender.recipeyaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.archirender.problem.Location;

/**
 * What a package needs of others, which may be the recipe's own.
 *
 * @param before packages that have to be rendered before it, as far as they are the recipe's own
 * @param exact exact pins, whose packages have to be the recipe's own and not skipped
 */
public record Needs(Set<String> before, List<Pin> exact) {
    static final Needs NONE = new Needs(new TreeSet<>(), List.of());

    public Needs {
        before = Collections.unmodifiableSet(new TreeSet<>(before));
        exact = List.copyOf(exact);
    }

    /** A {@code pin_subpackage(name)}. */
    public record Pin(String name, boolean isExact, Location at) {}

    /** Collects needs section by section. */
    static final class Finding {
        private final Set<String> before = new TreeSet<>();
        private final List<Pin> exact = new ArrayList<>();

        /** A requirement of build or host. */
        void add(String requirement) {
            before.add(requirement.split("\\s", 2)[0]);
        }

        /** A pin in a section of the requirements; where nothing is built from it, only an exact one decides the order. */
        void add(String section, Pin pin) {
            if (pin.isExact()) {
                exact.add(pin);
            }
            if (pin.isExact()
                    || !List.of("run_constraints", "ignore_run_exports").contains(section)) {
                before.add(pin.name());
            }
        }

        Needs found() {
            return new Needs(before, exact);
        }
    }
}
