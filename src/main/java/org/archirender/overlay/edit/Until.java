package org.archirender.overlay.edit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.conda.CondaVersion;

/** When an edit has served its time: {@code until: 2026-12-31} or {@code until: version >= 1.7}. */
public sealed interface Until {
    Pattern VERSION = Pattern.compile("version\\s*>=\\s*(\\S+)");

    /** The given condition in words, as the user wrote it. */
    String text();

    /**
     * Whether the time is over.
     *
     * @param today the caller's day
     * @param version the package's version, empty where unknown; one that conda refuses ends nothing
     */
    boolean isOver(LocalDate today, Optional<String> version);

    /** After this day. */
    record Day(LocalDate last) implements Until {
        @Override
        public String text() {
            return last.toString();
        }

        @Override
        public boolean isOver(LocalDate today, Optional<String> version) {
            return today.isAfter(last);
        }
    }

    /** From this version of the package on. */
    record Version(String first) implements Until {
        @Override
        public String text() {
            return "version >= " + first;
        }

        @Override
        public boolean isOver(LocalDate today, Optional<String> version) {
            return version.flatMap(CondaVersion::parse)
                    .flatMap(now -> CondaVersion.parse(first).map(now::compareTo))
                    .filter(order -> order >= 0)
                    .isPresent();
        }
    }

    /** What {@code text} says; empty when it is neither a date (ISO 8601) nor {@code version >= X}. */
    static Optional<Until> parse(String text) {
        Matcher matcher = VERSION.matcher(text.strip());
        if (matcher.matches()) {
            return Optional.of(new Version(matcher.group(1)));
        }
        try {
            return Optional.of(new Day(LocalDate.parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
