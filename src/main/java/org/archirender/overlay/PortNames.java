package org.archirender.overlay;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.text.NearMiss;

/**
 * The port's names: {@code @binutils@} in an overlay's text becomes what the port says, {@code @@} an at-sign. An
 * at-sign that begins neither stays.
 */
public final class PortNames {
    private static final Pattern USE = Pattern.compile("@(?:([A-Za-z][A-Za-z0-9_-]*))?@");
    private static final String VERSION = "version";

    private final SortedMap<String, String> values;

    private PortNames(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    /** The names in {@code values}, without their at-signs. */
    public static PortNames of(Map<String, String> values) {
        return new PortNames(new TreeMap<>(values));
    }

    /** These names, and {@code @version@} for one package. */
    public PortNames withVersion(String version) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(VERSION, version);
        return new PortNames(more);
    }

    /** The package's version; empty where unknown. */
    public Optional<String> version() {
        return Optional.ofNullable(values.get(VERSION));
    }

    /** {@code text} with the names put in; a name that does not exist stays and is told to {@code unknown}. */
    public String expand(String text, Consumer<String> unknown) {
        Matcher use = USE.matcher(text);
        return use.replaceAll(found -> {
            if (found.group(1) == null) {
                return "@";
            }
            String value = values.get(found.group(1));
            if (value == null) {
                unknown.accept(found.group(1));
                return Matcher.quoteReplacement(found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** The names that resemble one that does not exist. */
    List<NearMiss> near(String unknown) {
        return NearMiss.of(unknown, values.keySet());
    }

    /** All of them with their at-signs, for a message. */
    String list() {
        return values.isEmpty() ? "none" : "@" + String.join("@, @", values.keySet()) + "@";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortNames names && values.equals(names.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
