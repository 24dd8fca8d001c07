package org.archirender.variant.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.archirender.python.value.Budget;

/**
 * Finds the variant keys that a text uses, among those of one config. Made once for a config, used for any number of
 * texts (conda-build's {@code find_used_variables_in_text} and {@code find_used_variables_in_shell_script}).
 */
public final class KeyFinder {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029]");
    private static final Set<String> COMPILED = new TreeSet<>(List.of("c_stdlib", "c_compiler", "cxx_compiler"));
    public static final String SYSROOT = "CONDA_BUILD_SYSROOT";

    /** What looking for a key in a line costs. */
    private static final int LOOK = 8;

    private final List<KeyPattern> patterns;
    private final SortedSet<String> keys = new TreeSet<>();

    private KeyFinder(List<KeyPattern> patterns) {
        this.patterns = patterns;
        patterns.forEach(pattern -> keys.add(pattern.key()));
    }

    /** Looks for {@code keys} and no other. */
    public static KeyFinder among(Collection<String> keys) {
        return new KeyFinder(new TreeSet<>(keys).stream().map(KeyPattern::of).toList());
    }

    /**
     * Looks for those of {@code keys} that {@code texts} could use at all: what is found in a text, or in one made of
     * its lines, is among them. Quick, for a config with hundreds of keys.
     */
    public static KeyFinder occurring(Collection<String> keys, List<String> texts) {
        Set<String> words = new HashSet<>();
        StringBuilder statements = new StringBuilder();
        for (String text : texts) {
            addWords(text, words);
            addWords(text.replace('-', '_'), words);
            for (String line : lines(text)) {
                if (line.contains("{%")) {
                    statements.append(line).append('\n');
                }
            }
        }
        String inStatements = statements.toString();
        boolean cdts = words.contains("cdt");
        List<KeyPattern> found = new ArrayList<>();
        for (String key : keys) {
            KeyPattern pattern = KeyPattern.of(key);
            boolean byFunction = words.contains(pattern.language()) || (cdts && key.startsWith("cdt_"));
            if (byFunction || words.contains(key) || key.equals(SYSROOT) || inStatements.contains(key)) {
                found.add(pattern);
            }
        }
        return new KeyFinder(found);
    }

    /** Runs of ASCII letters, digits and underscores. */
    private static void addWords(String text, Set<String> words) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !LineScan.isAsciiWord(text.charAt(i))) {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
    }

    /** The keys that are looked for. */
    public SortedSet<String> keys() {
        return keys;
    }

    /** Keys that selectors in {@code text} name. */
    public SortedSet<String> inSelectors(String text) {
        return used(
                lines(text).stream()
                        .filter(line -> line.indexOf('[') >= 0 || line.contains("cdt("))
                        .toList(),
                KeyPattern::selects);
    }

    /** Keys that expressions, statements and bare requirements in {@code text} use. */
    public SortedSet<String> inText(String text) {
        return used(lines(text), KeyPattern::usedBy);
    }

    private SortedSet<String> used(List<String> lines, BiPredicate<KeyPattern, String> uses) {
        Budget.charge((long) LOOK * patterns.size() * lines.size());
        SortedSet<String> used = new TreeSet<>();
        for (KeyPattern pattern : patterns) {
            if (lines.stream().anyMatch(line -> uses.test(pattern, line))) {
                used.add(pattern.key());
            }
        }
        if (keys.contains(SYSROOT) && !Collections.disjoint(used, COMPILED)) {
            used.add(SYSROOT);
        }
        return used;
    }

    /** Keys that a shell script expands: where the line's first dollar sign does, with white space, | or } behind. */
    public SortedSet<String> inShellScript(String script) {
        SortedSet<String> used = new TreeSet<>();
        int lineStart = 0;
        while (lineStart < script.length()) {
            int newline = script.indexOf('\n', lineStart);
            int lineEnd = newline < 0 ? script.length() : newline;
            int dollar = script.indexOf('$', lineStart);
            if (dollar >= 0 && dollar < lineEnd) {
                String name = expandedName(script, dollar + 1);
                if (keys.contains(name)) {
                    used.add(name);
                }
            }
            lineStart = lineEnd + 1;
        }
        return used;
    }

    /** Keys that a Windows batch file expands, as in {@code %key%}. */
    SortedSet<String> inBatchScript(String script) {
        SortedSet<String> used = new TreeSet<>();
        keys.stream().filter(key -> script.contains("%" + key + "%")).forEach(key -> used.add(key));
        return used;
    }

    /** As {@link #inShellScript} or {@link #inBatchScript}, by the script's name; nothing for other languages. */
    public SortedSet<String> inScript(String name, String script) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".sh")) {
            return inShellScript(script);
        }
        return lower.endsWith(".bat") ? inBatchScript(script) : new TreeSet<>();
    }

    /** The name behind a dollar sign, empty where the script ends with it. */
    private static String expandedName(String script, int from) {
        int start = from < script.length() && script.charAt(from) == '{' ? from + 1 : from;
        while (start < script.length() && Character.isWhitespace(script.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < script.length() && !endsName(script.charAt(end))) {
            end++;
        }
        return end < script.length() ? script.substring(start, end) : "";
    }

    private static boolean endsName(char c) {
        return Character.isWhitespace(c) || c == '|' || c == '}';
    }

    /** The lines of {@code text}, as Python's {@code splitlines} counts them. */
    public static List<String> lines(String text) {
        return List.of(LINE_END.split(text, -1));
    }
}
