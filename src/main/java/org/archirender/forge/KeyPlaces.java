package org.archirender.forge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.archirender.problem.InputException;
import org.archirender.problem.Problem;
import org.archirender.text.NearMiss;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/** Which of its siblings a new key of a conda-forge.yml is put after, and what is wrong with what was asked for. */
final class KeyPlaces {
    private final Mapping after;
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    /** @param after the sibling of each key that has a place, by its path, as in {@code provider/linux_64} */
    KeyPlaces(Mapping after, String file) {
        this.after = after;
        this.file = file;
    }

    /** Refuses places of keys that no override sets. */
    static void refuseUnset(Mapping after, List<Mapping> overrides) {
        List<String> paths = overrides.stream().flatMap(keys -> paths("", keys)).toList();
        List<Problem> unset = after.entries().stream()
                .map(Entry::key)
                .filter(path -> !paths.contains(path.text()))
                .map(path -> new Problem(
                        path.at(),
                        NearMiss.behind(
                                "'" + path.text() + "' has a place, and nothing sets it",
                                NearMiss.of(path.text(), paths)),
                        "write the path of a key that 'config' sets, its keys joined by /"))
                .toList();
        if (!unset.isEmpty()) {
            throw new InputException(unset);
        }
    }

    private static Stream<String> paths(String parent, Mapping keys) {
        return keys.entries().stream().filter(entry -> !entry.value().isNull()).flatMap(entry -> {
            String path = parent + entry.key().text();
            Stream<String> below =
                    entry.value() instanceof Mapping mapping ? paths(path + "/", mapping) : Stream.empty();
            return Stream.concat(Stream.of(path), below);
        });
    }

    /** New keys of one mapping, in order, by the old key that they follow; by none those that come last. */
    Map<Optional<String>, List<Entry>> of(String path, List<String> old, List<Entry> created) {
        Map<Optional<String>, List<Entry>> followers = new LinkedHashMap<>();
        for (Entry entry : created) {
            followers
                    .computeIfAbsent(sibling(path, entry.key()).map(Scalar::text), key -> new ArrayList<>())
                    .add(entry);
        }
        Map<Optional<String>, List<Entry>> placed = new LinkedHashMap<>();
        List<Entry> reached = new ArrayList<>();
        List<Optional<String>> starts =
                new ArrayList<>(old.stream().map(Optional::of).toList());
        starts.add(Optional.empty());
        for (Optional<String> start : starts) {
            List<Entry> behind = new ArrayList<>();
            follow(followers, start, behind);
            placed.put(start, behind);
            reached.addAll(behind);
        }
        if (reached.size() < created.size()) {
            List<String> keys = new ArrayList<>(old);
            created.forEach(entry -> keys.add(entry.key().text()));
            created.stream()
                    .filter(entry -> !reached.contains(entry))
                    .forEach(entry -> refuse(path, entry.key(), keys));
        }
        return placed;
    }

    private static void follow(Map<Optional<String>, List<Entry>> followers, Optional<String> key, List<Entry> behind) {
        for (Entry entry : followers.getOrDefault(key, List.of())) {
            behind.add(entry);
            follow(followers, Optional.of(entry.key().text()), behind);
        }
    }

    private Optional<Scalar> sibling(String path, Scalar key) {
        return after.get(path + key.text()).map(Scalar.class::cast);
    }

    private void refuse(String path, Scalar key, List<String> keys) {
        Scalar sibling = sibling(path, key).orElseThrow();
        List<String> others =
                keys.stream().filter(other -> !other.equals(key.text())).toList();
        if (others.contains(sibling.text())) {
            problems.add(new Problem(
                    sibling.at(),
                    "'%s' goes after '%s', which has no place of its own".formatted(path + key.text(), sibling.text()),
                    "begin with a key that is there"));
            return;
        }
        String there = others.isEmpty() ? "there is no other" : "there are " + String.join(", ", others);
        problems.add(new Problem(
                sibling.at(),
                NearMiss.behind(
                        "%s has no key '%s' to put '%s' after; %s"
                                .formatted(file, path + sibling.text(), path + key.text(), there),
                        NearMiss.of(sibling.text(), others)),
                "name a key that is there, or leave the place out: a new key comes last"));
    }

    /**
     * Refuses places below a key whose value is written as a whole: its keys come in the order of that value.
     *
     * @param path with a slash behind it
     */
    void refuseBelow(String path) {
        String whole = path.substring(0, path.length() - 1);
        for (Entry place : after.entries()) {
            if (place.key().text().startsWith(path)) {
                problems.add(new Problem(
                        place.key().at(),
                        "'%s' can't be placed: '%s' is written as a whole"
                                .formatted(place.key().text(), whole),
                        "write the keys of '" + whole + "' in the order that they are to have"));
            }
        }
    }

    List<Problem> problems() {
        return problems;
    }
}
