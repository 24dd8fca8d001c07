package org.archirender.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.Edit.Reach;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.Operation;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;

/**
 * Every ordered pair of edits on files whose lines are all different: whether the second takes away what the first wrote
 * is seen by what lines there are before, between and after, without any comparison of texts.
 */
class OverlapPropertiesTest {
    private static final String META = """
            {% set version = "1.0" %}
            {% set build = 199 %}
            package:
              name: pkg
              version: {{ version }}
            source:
              url: https://example.org/{{ version }}.tar.gz
              sha256: abc
              patches:
                - one.patch
            build:
              number: {{ build }}
              noarch: python
              skip: true  # [win]
            requirements:
              host:
                - python
                - zlib  # [linux]
                - xz
              run:
                - pyrun
            about: {home: here}
            """;
    private static final String BUILD = """
            #!/bin/bash
            export A=1
            ./configure --a --b
            make all
            make check
            make install
            """;
    private static final FileTree BASE = FileTrees.of("meta.yaml", META, "build.sh", BUILD, "extra.txt", "extra\n");
    private static final FileTree FILES = FileTrees.of(
            "new.sh",
            "exit 0\n",
            "build.diff",
            "--- a/build.sh\n+++ b/build.sh\n@@ -4,3 +4,3 @@\n make all\n-make check\n+make most\n make install\n",
            "meta.diff",
            """
            --- a/meta.yaml
            +++ b/meta.yaml
            @@ -12,3 +12,3 @@
               number: {{ build }}
            -  noarch: python
            +  noarch: generic
               skip: true  # [win]
            """);

    /** Each an operation and its fields; what they write is unlike all else. */
    private static final String EDITS = """
            bump-number: 1
            bump-number: 402
            number: 777
            set-var: build | value: "555"
            set-var: version | value: "7.7"
            set-version: "8.8" | sha256: eeeeee
            add-item: requirements/host | items: [tok]
            add-item: requirements/host | items: [tik] | after: tok
            add-item: requirements/host | items: ["tak  # [osx]"] | at: start
            add-item: requirements/run | items: [tok]
            add-item: source/patches | items: [two.patch] | comment: [ours]
            add-item: test/commands | items: [run it]
            remove-item: requirements/host | item: zlib
            remove-item: requirements/host | item: tok
            remove-item: requirements/host | item: zlib | keep: comment
            remove-item: test/commands | item: run it
            replace-item: requirements/host | item: zlib | with: tok
            replace-item: requirements/host | item: xz | with: [tok, tik]
            replace-item: requirements/host | item: tok | with: tuk
            select-item: requirements/host | item: zlib | when: ppc64le or s390
            select-item: requirements/host | item: xz | when: aarch64
            select-item: requirements/host | item: tok | when: ppc64le
            select-item: requirements/host | item: zlib | when: always
            set-key: build/noarch | value: generic
            set-key: build/skip | value: never
            set-key: build/fresh | value: written
            set-key: build/fresh | value: rewritten
            set-key: about/home | value: there
            set-key: about/fresh | value: written
            unset-key: build/noarch
            unset-key: build/noarch | keep: comment
            unset-key: build/fresh
            unset-key: build/skip
            unset-key: build
            unset-key: requirements/host
            unset-key: requirements
            unset-key: source/patches
            unset-key: test
            unset-key: about/home
            set-env: build.sh | vars: {B: two}
            set-env: build.sh | vars: {C: three} | after: make all
            insert-lines: build.sh | lines: [cd fresh] | before: make check
            insert-lines: build.sh | lines: [cd there, cd again] | after: make check
            insert-lines: build.sh | lines: [make check] | at: end | repeat: true
            insert-lines: meta.yaml | lines: ["  - fresh"] | after: "- xz"
            insert-lines: meta.yaml | lines: ["    - fresher"] | before: "- xz"
            replace-lines: build.sh | match: make check | with: [make most]
            replace-lines: build.sh | match: cd fresh | with: [cd old]
            replace-lines: build.sh | match: make all | through: make check | with: [make one, make two]
            replace-lines: build.sh | match: ^./configure | with: [./configure --a --b --c]
            replace-lines: meta.yaml | match: "noarch: python" | with: ["  noarch: generic"]
            replace-lines: meta.yaml | match: ^- tok | with: ["    - tek"]
            delete-lines: build.sh | match: make check
            delete-lines: build.sh | match: make all | through: make install
            delete-lines: build.sh | match: cd fresh
            delete-lines: build.sh | match: ^./configure
            delete-lines: build.sh | match: export B=two
            delete-lines: meta.yaml | match: ^- zlib
            delete-lines: meta.yaml | match: ^- tok
            delete-lines: meta.yaml | match: "requirements:" | through: ^- xz
            comment-lines: build.sh | match: make check
            comment-lines: build.sh | match: ^./configure
            comment-lines: build.sh | match: export A=1 | through: make all
            comment-lines: meta.yaml | match: ^noarch
            comment-lines: meta.yaml | match: ^- tok
            edit-flags: build.sh | command: ^./configure | add: [--tok]
            edit-flags: build.sh | command: ^./configure | add: [--tik] | after: --a
            edit-flags: build.sh | command: ^./configure | remove: [--a]
            edit-flags: build.sh | command: ^./configure | remove: [--tok]
            edit-flags: build.sh | command: ^./configure | change: {--b: --tak}
            edit-flags: build.sh | command: ^./configure | change: {--tok: --tek}
            edit-flags: build.sh | command: ^./configure | change: {--tok: --token}
            edit-flags: build.sh | command: make check | add: [V=1]
            guard-lines: build.sh | match: make check | if: here
            guard-lines: build.sh | match: make all | through: make check | if: there
            guard-lines: build.sh | match: cd fresh | if: anywhere
            add-file: new.sh
            delete-file: build.sh
            delete-file: new.sh
            delete-file: meta.yaml
            delete-file: extra.txt
            apply-patch: build.diff
            apply-patch: meta.diff
            """;

    private static final List<String> ALL = EDITS.lines().toList();

    @Provide
    Arbitrary<String> edits() {
        return Arbitraries.of(ALL);
    }

    @Test
    void everyOperationIsAmongThem() {
        List<String> used = ALL.stream()
                .map(edit -> edit.substring(0, edit.indexOf(':')))
                .distinct()
                .toList();
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        Operations.ALL.stream().map(Operation::name).toList());
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void anEditOverlapsExactlyWhereItTakesAwayWhatAnotherWrote(
            @ForAll("edits") String first, @ForAll("edits") String second) {
        Edit one = edit(first);
        Edit two = edit(second);
        List<EditResult> results = applied(first, second);
        if (results.get(0).status() != EditStatus.APPLIED || results.get(1).status() == EditStatus.READS_OTHERWISE) {
            return;
        }
        FileTree between = tried(one, BASE).orElseThrow();
        Optional<FileTree> after = tried(two, between);
        EditStatus status = results.get(1).status();
        if (after.isEmpty()) {
            boolean alone = tried(two, BASE).isPresent();
            assertThat(status == EditStatus.OVERLAPS)
                    .as("%s, then %s, which applies %s: %s", first, second, alone ? "alone" : "nowhere", results.get(1))
                    .isEqualTo(alone);
            return;
        }
        overlap(one, two, between, after.get())
                .ifPresent(overlaps -> assertThat(status)
                        .as("%s, then %s: %s", first, second, results.get(1))
                        .isEqualTo(overlaps ? EditStatus.OVERLAPS : EditStatus.APPLIED));
        if (status == EditStatus.OVERLAPS) {
            assertThat(results.get(1).message()).contains("'" + one.title() + "' (" + one.at());
        }
    }

    /** Whether {@code two} takes away what {@code one} wrote; empty where the lines do not tell. */
    private static Optional<Boolean> overlap(Edit one, Edit two, FileTree between, FileTree after) {
        boolean files = reach(one) == Reach.FILES || reach(two) == Reach.FILES;
        boolean known = true;
        for (TreePath path : between.files().keySet()) {
            List<String> base = lines(BASE, path);
            List<String> mid = lines(between, path);
            List<String> end = lines(after, path);
            boolean both = !mid.equals(base) && !mid.equals(end);
            if (files && both) {
                return Optional.of(true);
            }
            List<String> written = without(mid, base);
            List<String> gone = without(written, end);
            if (gone.isEmpty() || files) {
                continue;
            }
            if (reach(two) == Reach.LINES) {
                return Optional.of(true);
            }
            for (String line : gone) {
                String own = own(line, without(base, mid));
                if (!own.isEmpty() && count(end, own) < count(mid, own)) {
                    return Optional.of(true);
                }
                known &= !own.isEmpty() && reach(one) != Reach.LINES;
            }
        }
        return known ? Optional.of(false) : Optional.empty();
    }

    /** What of a line is new: all of it, or what stands between the beginning and end that an old line has. */
    private static String own(String line, List<String> old) {
        String least = line;
        for (String other : old) {
            int most = Math.min(line.length(), other.length());
            int start = 0;
            while (start < most && line.charAt(start) == other.charAt(start)) {
                start++;
            }
            int end = 0;
            while (end < most - start
                    && line.charAt(line.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
                end++;
            }
            String middle = line.substring(start, line.length() - end);
            least = start + end > most / 2 && middle.length() < least.length() ? middle : least;
        }
        return least;
    }

    /** How often {@code text} stands in the lines, as words. */
    private static long count(List<String> lines, String text) {
        Pattern words = Pattern.compile("(?<!\\w)" + Pattern.quote(text.strip()) + "(?!\\w)");
        return lines.stream()
                .mapToLong(line -> words.matcher(line).results().count())
                .sum();
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    private static List<String> lines(FileTree tree, TreePath path) {
        return tree.get(path).flatMap(TreeFile::text).stream()
                .flatMap(text -> Stream.of(text.split("\n")))
                .toList();
    }

    private static Reach reach(Edit edit) {
        return edit.written().operation().reach();
    }

    private static Optional<FileTree> tried(Edit edit, FileTree tree) {
        try {
            return Optional.of(edit.apply(tree, FILES));
        } catch (EditRefusal e) {
            return Optional.empty();
        }
    }

    private static String yaml(String edit) {
        return "- " + edit.replace(" | ", "\n  ") + "\n  why: w\n";
    }

    private static Edit edit(String edit) {
        return Edits.overlay(yaml(edit)).edits().get(0);
    }

    private static List<EditResult> applied(String first, String second) {
        Overlay overlay = Edits.overlay(yaml(first) + yaml(second));
        PortNames names = new PortNames(new TreeMap<>(Map.of("target", "linux-aarch64")));
        return OverlayApplier.apply(BASE.under("recipe"), FILES, overlay, List.of(), names)
                .results();
    }
}
