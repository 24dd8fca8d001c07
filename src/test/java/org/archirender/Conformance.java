package org.archirender;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.problem.InputException;
import org.archirender.variant.BuildMatrix;

/** Counts which feedstocks of one part of the corpus come out as expected, and keeps what differs. */
final class Conformance {
    private static final int SHOWN = 60;

    private final String part;
    private final String target;
    private final List<String> differences = new ArrayList<>();
    private int total;
    private int identical;

    Conformance(String part, String target) {
        this.part = part;
        this.target = target;
    }

    /** Renders {@code feedstock} and compares. */
    void check(CorpusFeedstock feedstock) {
        total++;
        String difference = difference(feedstock);
        if (difference.isEmpty()) {
            identical++;
        } else {
            differences.add(feedstock.name() + ": " + difference);
        }
    }

    private String difference(CorpusFeedstock feedstock) {
        SortedMap<String, String> wanted = feedstock.expected(target.replace('-', '_'));
        SortedMap<String, String> got = new TreeMap<>();
        try {
            render(feedstock, target).files().forEach(file -> got.put(file.name(), file.text()));
        } catch (InputException e) {
            return "refused: " + e.getMessage();
        } catch (RuntimeException e) {
            return "BUG " + e + at(e);
        }
        if (!got.keySet().equals(wanted.keySet())) {
            List<String> missing = new ArrayList<>(wanted.keySet());
            missing.removeAll(got.keySet());
            List<String> extra = new ArrayList<>(got.keySet());
            extra.removeAll(wanted.keySet());
            return "missing " + missing + ", extra " + extra;
        }
        for (String name : wanted.keySet()) {
            Optional<String> line = firstDifference(wanted.get(name), got.get(name));
            if (line.isPresent()) {
                return name + ": " + line.get();
            }
        }
        return "";
    }

    private static String at(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0] + " " + e.getStackTrace()[1];
    }

    static BuildMatrix render(CorpusFeedstock feedstock, String target) {
        return BuildMatrix.compute(feedstock.tree(), feedstock.pinnings(), Optional.empty(), Platform.of(target));
    }

    private static Optional<String> firstDifference(String wanted, String got) {
        List<String> left = wanted.lines().toList();
        List<String> right = got.lines().toList();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String w = i < left.size() ? left.get(i) : "(end)";
            String g = i < right.size() ? right.get(i) : "(end)";
            if (!w.equals(g)) {
                return Optional.of("line " + (i + 1) + " wants '" + w + "', got '" + g + "'");
            }
        }
        return wanted.equals(got) ? Optional.empty() : Optional.of("line ends");
    }

    int total() {
        return total;
    }

    /** Of all that were checked, from 0 to 1; 1 where nothing was. */
    double share() {
        return total == 0 ? 1 : (double) identical / total;
    }

    List<String> differences() {
        return differences;
    }

    /** A line for the table. */
    String headline() {
        return String.format(
                Locale.ROOT,
                "figure: %-12s %-15s %4d of %4d identical (%.1f %%)%n",
                part,
                target,
                identical,
                total,
                100 * share());
    }

    /** A line for the table, and below it what differs. */
    String report() {
        StringBuilder text = new StringBuilder(headline());
        differences.stream()
                .limit(SHOWN)
                .forEach(difference -> text.append("    ")
                        .append(difference.length() > 500 ? difference.substring(0, 500) + "…" : difference)
                        .append('\n'));
        if (differences.size() > SHOWN) {
            text.append("    … and ").append(differences.size() - SHOWN).append(" more\n");
        }
        return text.toString();
    }
}
