package org.archirender.overlay;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.conda.Platform;
import org.archirender.text.NearMiss;

/**
 * The port's names: {@code @binutils@} in an overlay's text becomes what the port says, {@code @@} an at-sign. An
 * at-sign that begins neither stays.
 *
 * @param values by name, without at-signs
 */
public record PortNames(SortedMap<String, String> values) {
    private static final Pattern USE = Pattern.compile("@(?:([A-Za-z][A-Za-z0-9_-]*))?@");
    private static final String VERSION = "version";

    public PortNames {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
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

    /** The platform that the port is for; empty where no port is known. */
    public Optional<Platform> target() {
        return Optional.ofNullable(values.get("target")).map(Platform::of);
    }

    /** {@code text} with the names put in; a name that does not exist stays and is told to {@code unknown}. */
    public String expand(String text, Consumer<String> unknown) {
        return USE.matcher(text).replaceAll(found -> {
            String name = found.group(1);
            if (name != null && !values.containsKey(name)) {
                unknown.accept(name);
                return Matcher.quoteReplacement(found.group());
            }
            return Matcher.quoteReplacement(name == null ? "@" : values.get(name));
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
}
