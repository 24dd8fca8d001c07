package org.archirender.conda;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version in conda's order ({@code conda.models.version.VersionOrder}): epoch, then components between dots and
 * underscores, then the local part; within a component runs of digits compare as numbers, letters before numbers,
 * {@code dev} first and {@code post} last, and what is missing is 0. Equal where the order says so: 1.1 is 1.1.0.
 */
public final class CondaVersion implements Comparable<CondaVersion> {
    private static final Pattern LEGAL = Pattern.compile("[*.+!_0-9a-z]+");
    private static final Pattern RUN = Pattern.compile("[0-9]+|[*]+|[^0-9*]+");
    private static final int LONGEST = 1000;
    private static final Part ZERO = new Part(Kind.NUMBER, BigInteger.ZERO, "");
    private static final Comparator<Part> PARTS =
            Comparator.comparing(Part::kind).thenComparing(Part::number).thenComparing(Part::text);

    /** What a run of characters is, in order. */
    private enum Kind {
        TEXT,
        NUMBER,
        POST
    }

    private record Part(Kind kind, BigInteger number, String text) {
        static Part of(String run) {
            if (Character.isDigit(run.charAt(0))) {
                return new Part(Kind.NUMBER, new BigInteger(run), "");
            }
            return switch (run) {
                case "post" -> new Part(Kind.POST, BigInteger.ZERO, "");
                // Upper case sorts between '*' and '_', before every other text.
                case "dev" -> new Part(Kind.TEXT, BigInteger.ZERO, "DEV");
                default -> new Part(Kind.TEXT, BigInteger.ZERO, run);
            };
        }
    }

    private final String text;
    private final List<List<Part>> components;
    private final List<List<Part>> local;

    private CondaVersion(String text, List<List<Part>> components, List<List<Part>> local) {
        this.text = text;
        this.components = components;
        this.local = local;
    }

    /** The version in {@code text}, case and white space around it ignored; empty where conda refuses it, or it is too long. */
    public static Optional<CondaVersion> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String version = text.strip().toLowerCase(Locale.ROOT);
        if (!LEGAL.matcher(version).matches() && !version.contains("_")) {
            version = version.replace('-', '_');
        }
        if (!LEGAL.matcher(version).matches()) {
            return Optional.empty();
        }
        String[] epoch = version.split("!", -1);
        String[] parts = epoch[epoch.length - 1].split("\\+", -1);
        boolean badEpoch = epoch.length > 2 || (epoch.length == 2 && !epoch[0].matches("[0-9]+"));
        if (badEpoch || parts.length > 2 || parts[0].isEmpty()) {
            return Optional.empty();
        }
        List<String> main = new ArrayList<>(List.of(epoch.length == 2 ? epoch[0] : "0"));
        main.addAll(components(parts[0]));
        List<String> local = parts.length == 2 ? List.of(split(parts[1])) : List.of();
        if (main.contains("") || local.contains("")) {
            return Optional.empty();
        }
        return Optional.of(new CondaVersion(text, parts(main), parts(local)));
    }

    /** An underscore at the end is part of the last component, so that 1.0.1_ comes before 1.0.1a. */
    private static List<String> components(String main) {
        if (!main.endsWith("_")) {
            return List.of(split(main));
        }
        String[] components = split(main.substring(0, main.length() - 1));
        components[components.length - 1] += "_";
        return List.of(components);
    }

    private static String[] split(String text) {
        return text.replace('_', '.').split("\\.", -1);
    }

    /** Zeros at the end are dropped: what is missing counts as 0. */
    private static List<List<Part>> parts(List<String> components) {
        List<List<Part>> all = new ArrayList<>();
        for (String component : components) {
            List<Part> parts = new ArrayList<>();
            if (!Character.isDigit(component.charAt(0))) {
                parts.add(ZERO);
            }
            Matcher run = RUN.matcher(component);
            while (run.find()) {
                parts.add(Part.of(run.group()));
            }
            all.add(withoutLast(parts, ZERO));
        }
        return withoutLast(all, List.of());
    }

    private static <T> List<T> withoutLast(List<T> list, T dropped) {
        int end = list.size();
        while (end > 0 && list.get(end - 1).equals(dropped)) {
            end--;
        }
        return List.copyOf(list.subList(0, end));
    }

    /** Whether this is {@code prefix} or a version below it, as 3.11.2 is of 3.11 (conda's {@code startswith}). */
    public boolean startsWith(CondaVersion prefix) {
        int length = prefix.components.size();
        return local.isEmpty()
                && (components.size() >= length
                        ? components.subList(0, length).equals(prefix.components)
                        : compareTo(prefix) == 0);
    }

    /** This without its last component, as 2.1 of 2.1.4. */
    CondaVersion withoutLast() {
        return new CondaVersion(text, components.subList(0, Math.max(1, components.size() - 1)), local);
    }

    @Override
    public int compareTo(CondaVersion other) {
        Comparator<List<Part>> component = (left, right) -> compare(left, right, ZERO, PARTS);
        int order = compare(components, other.components, List.of(), component);
        return order != 0 ? order : compare(local, other.local, List.of(), component);
    }

    private static <T> int compare(List<T> left, List<T> right, T missing, Comparator<T> order) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            int found =
                    order.compare(i < left.size() ? left.get(i) : missing, i < right.size() ? right.get(i) : missing);
            if (found != 0) {
                return found;
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CondaVersion version
                && components.equals(version.components)
                && local.equals(version.local);
    }

    @Override
    public int hashCode() {
        return 31 * components.hashCode() + local.hashCode();
    }

    /** As it was given. */
    @Override
    public String toString() {
        return text;
    }
}
