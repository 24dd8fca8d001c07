package org.archirender.overlay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A case of src/test/resources/edits/OPERATION.md, a page that a forge shows to people: below a title {@code ## TITLE} and
 * a sentence on why one would write this edit stand fenced blocks, and what they are is said behind the language:
 *
 * <pre>
 * ```yaml before           a file of recipe/, meta.yaml unless named, as in ```sh before build.sh
 * ```diff files a.patch    a file of the overlay's files/
 * ```yaml edit             one edit or several, as in an overlay.yaml
 * ```yaml after            a file of recipe/ afterwards; all of them are given
 * ```text PATH_MISSING     instead of after: the status of the edit that does not fit, with its message and near misses
 * Once more: `A`, `B`      how the edits end when they are applied to what they wrote; ALREADY_PRESENT unless said
 * </pre>
 *
 * @param refusal the message, empty where the edits apply
 * @param status of the last edit
 * @param again a status for each edit
 */
record GoldenCase(
        String operation,
        String title,
        Overlay overlay,
        FileTree before,
        FileTree files,
        FileTree after,
        String refusal,
        EditStatus status,
        List<EditStatus> again) {
    private static final Path FOLDER = Path.of("src/test/resources/edits");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(?<head>[^`\\n]+)\\n(?<body>.*?)^```$");
    private static final Pattern HEAD = Pattern.compile("\\w+ (?<what>\\w+)(?: (?<file>\\S+))?");
    private static final Pattern ONCE_MORE = Pattern.compile("(?m)^Once more: (`\\w+`(?:, `\\w+`)*)$");

    @Override
    public String toString() {
        return operation + ": " + title;
    }

    boolean applies() {
        return status == EditStatus.APPLIED;
    }

    /** The same case with all its files in another form, such as with other line ends. */
    GoldenCase in(UnaryOperator<String> form) {
        return new GoldenCase(
                operation,
                title,
                overlay,
                mapped(before, form),
                mapped(files, form),
                mapped(after, form),
                refusal,
                status,
                again);
    }

    private static FileTree mapped(FileTree tree, UnaryOperator<String> form) {
        FileTree mapped = tree;
        for (var file : tree.files().entrySet()) {
            mapped = mapped.with(
                    file.getKey(), TreeFile.of(form.apply(file.getValue().text().orElseThrow())));
        }
        return mapped;
    }

    /** The operations that have a page. */
    static List<String> pages() {
        try (var paths = Files.list(FOLDER)) {
            return paths.map(path -> path.getFileName().toString().replaceAll("\\.md$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<GoldenCase> all() {
        return pages().stream().flatMap(page -> page(page).stream()).toList();
    }

    private static List<GoldenCase> page(String operation) {
        try {
            String[] sections =
                    Files.readString(FOLDER.resolve(operation + ".md")).split("(?m)^## ", -1);
            List<GoldenCase> cases = new ArrayList<>();
            for (String section : Arrays.asList(sections).subList(1, sections.length)) {
                cases.add(Section.read(operation, section));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has been read of a case. */
    private static final class Section {
        private final String name;
        private final Set<String> heads = new HashSet<>();
        private String edits = "";
        private FileTree before = FileTree.empty();
        private FileTree files = FileTree.empty();
        private FileTree after = FileTree.empty();
        private String refusal = "";
        private EditStatus status = EditStatus.APPLIED;

        private Section(String name) {
            this.name = name;
        }

        static GoldenCase read(String operation, String text) {
            String title = text.lines().findFirst().orElseThrow();
            Section section = new Section(operation + ": " + title);
            Matcher fenced = FENCED.matcher(text);
            while (fenced.find()) {
                section.add(fenced.group("head"), fenced.group("body"));
            }
            return section.golden(operation, title, text);
        }

        private void add(String head, String body) {
            Matcher words = HEAD.matcher(head);
            check(words.matches() && heads.add(head), head);
            String file = Optional.ofNullable(words.group("file")).orElse("meta.yaml");
            String what = words.group("what");
            switch (what) {
                case "edit" -> edits = body;
                case "before" -> before = before.with(TreePath.of(file), TreeFile.of(body));
                case "files" -> files = files.with(TreePath.of(file), TreeFile.of(body));
                case "after" -> after = after.with(TreePath.of(file), TreeFile.of(body));
                default -> {
                    status = EditStatus.valueOf(what);
                    refusal = body.stripTrailing();
                }
            }
        }

        private void check(boolean right, String what) {
            if (!right) {
                throw new IllegalArgumentException("the case '" + name + "' is not one: " + what);
            }
        }

        private GoldenCase golden(String operation, String title, String text) {
            check(!edits.isEmpty() && !before.isEmpty(), "it has no edit, or nothing before it");
            check(after.isEmpty() != refusal.isEmpty(), "it has to have either what is there after it, or a refusal");
            Overlay overlay = Overlay.read("overlay: 1\npackage: example\nedits:\n" + edits, name);
            return new GoldenCase(
                    operation, title, overlay, before, files, after, refusal, status, again(text, overlay));
        }

        private static List<EditStatus> again(String text, Overlay overlay) {
            Matcher onceMore = ONCE_MORE.matcher(text);
            return onceMore.find()
                    ? Arrays.stream(onceMore.group(1).replace("`", "").split(", ", -1))
                            .map(EditStatus::valueOf)
                            .toList()
                    : Collections.nCopies(overlay.edits().size(), EditStatus.ALREADY_PRESENT);
        }
    }
}
