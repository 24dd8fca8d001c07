package org.archirender.forge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.archirender.problem.InputException;
import org.archirender.recipe.Container;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeNode;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Member;
import org.archirender.recipe.RecipeNode.Missing;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Span;
import org.archirender.yaml.KeyPathMerge;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;

/**
 * Changes keys in the text of a conda-forge.yml: whole lines in a block, except for a value that stands on its key's
 * line, and in braces in place. All are splices of one parse.
 */
final class MappingEdits {
    private final RecipeText yaml;
    private final RecipeEditor editor;
    private final String file;
    private final KeyPlaces places;

    private MappingEdits(String text, String file, Mapping after) {
        this.yaml = RecipeText.parsePlain(text);
        this.editor = new RecipeEditor(yaml);
        this.file = file;
        this.places = new KeyPlaces(after, file);
    }

    /**
     * {@code text}, which says {@code base}, with {@code overrides} merged in; what it then says is for the caller to see.
     *
     * @param after the siblings of new keys that have a place
     * @throws InputException where the structure of the lines is not that of {@code base}, or where siblings are missing
     */
    static String merge(String text, String file, Mapping base, Mapping overrides, Mapping after) {
        MappingEdits edits = new MappingEdits(text, file, after);
        edits.merge(new Container(Optional.empty(), edits.yaml.root()), "", base, overrides);
        if (!edits.places.problems().isEmpty()) {
            throw new InputException(edits.places.problems());
        }
        return edits.editor.text();
    }

    /** @param path that of {@code at} with a slash behind it, empty for the top */
    private void merge(Container at, String path, Mapping base, Mapping overrides) {
        List<Entry> deleted = new ArrayList<>();
        List<YamlNode.Entry> created = new ArrayList<>();
        boolean emptied = false;
        for (YamlNode.Entry override : ForgeConfigMerge.changes(base, overrides)) {
            List<Entry> there = entries(at, base, override.key());
            YamlNode value = KeyPathMerge.withoutNulls(override.value());
            String below = path + override.key().text() + "/";
            if (value.isNull()) {
                deleted.addAll(there);
                emptied = created.isEmpty() && deleted.size() == at.members().size();
            } else if (there.isEmpty()) {
                places.refuseBelow(below);
                created.add(new YamlNode.Entry(override.key(), value));
            } else if (!mergeBelow(last(there), below, base.get(override.key().text()), override.value())) {
                places.refuseBelow(below);
                replace(at, last(there), value);
            }
        }
        deleteAndCreate(at, deleted, emptied, placed(at, path, base, deleted, created));
    }

    /** The keys of {@code created} behind each member that stays, and behind none the last ones. */
    private Map<Optional<Member>, List<YamlNode.Entry>> placed(
            Container at, String path, Mapping base, List<Entry> deleted, List<YamlNode.Entry> created) {
        Map<String, Member> staying = new LinkedHashMap<>();
        for (int i = 0; !created.isEmpty() && i < at.members().size(); i++) {
            Member member = at.members().get(i);
            if (!deleted.contains(member)) {
                staying.put(base.entries().get(i).key().text(), member);
            }
        }
        Map<Optional<Member>, List<YamlNode.Entry>> placed = new LinkedHashMap<>();
        places.of(path, List.copyOf(staying.keySet()), created)
                .forEach((key, entries) -> placed.put(key.map(staying::get), entries));
        return placed;
    }

    private void deleteAndCreate(
            Container at, List<Entry> deleted, boolean emptied, Map<Optional<Member>, List<YamlNode.Entry>> created) {
        List<YamlNode.Entry> last = created.getOrDefault(Optional.<Member>empty(), List.of());
        if (at.isFlow()) {
            created.forEach(
                    (sibling, entries) -> sibling.ifPresent(member -> editor.insertBehind(member, inline(entries))));
            editor.changeInline(at, deleted, inline(last));
        } else if (emptied && at.owner().orElse(null) instanceof Entry owner) {
            // A block without entries can't be written.
            write(owner, inline(last).stream().collect(Collectors.joining(", ", "{", "}")), List.of());
        } else {
            deleted.forEach(entry -> editor.deleteLines(entry.firstLine(), entry.endLine()));
            created.forEach((sibling, entries) -> create(
                    at, sibling.map(Member::endLine).orElseGet(() -> yaml.endOf(at.members(), at.owner())), entries));
        }
    }

    private static List<String> inline(List<YamlNode.Entry> entries) {
        return entries.stream().map(YamlLines::flow).toList();
    }

    /** Merges a mapping into what is one already; false where either is none. */
    private boolean mergeBelow(Entry entry, String path, Optional<YamlNode> old, YamlNode value) {
        if (!(old.orElse(null) instanceof Mapping base && value instanceof Mapping overrides)) {
            return false;
        }
        if (!(entry.value() instanceof RecipeNode.Mapping)) {
            Scalar key = ForgeConfigMerge.changes(base, overrides).get(0).key();
            throw new InputException(
                    key.at(),
                    "'" + entry.key() + "' is an alias in " + file + ", so '" + key.text()
                            + "' below it can't be changed on its own",
                    "write the value out in " + file + " of the base");
        }
        merge(Container.of(entry), path, base, overrides);
        return true;
    }

    private static Entry last(List<Entry> entries) {
        return entries.get(entries.size() - 1);
    }

    /** The entries of that key, paired with those of {@code base}, for a key may be written in several ways. */
    private List<Entry> entries(Container at, Mapping base, Scalar key) {
        List<? extends Member> members = at.members();
        if (members.size() != base.entries().size()) {
            throw ForgeConfigMerge.notByLines(key.at(), file);
        }
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (base.entries().get(i).key().text().equals(key.text()) && members.get(i) instanceof Entry entry) {
                found.add(entry);
            }
        }
        return found;
    }

    private void create(Container at, int line, List<YamlNode.Entry> entries) {
        if (entries.isEmpty()) {
            return; // most siblings have none behind them, and the style is what all of them say
        }
        YamlLines style = style(at);
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> lines.addAll(style.entry(indent(at), entry.key(), entry.value())));
        editor.insertLines(line, lines);
    }

    private void replace(Container at, Entry entry, YamlNode value) {
        if (at.isFlow()) {
            editor.replaceValue(entry, entry.value().span().end(), YamlLines.flow(value));
        } else if (YamlLines.isBlock(value) && !entry.value().isFlow()) {
            write(entry, "", style(at).block(indent(at), value));
        } else {
            write(entry, YamlLines.inline(value), List.of());
        }
    }

    /** A value of an entry of a block: {@code inline}, or nothing and {@code below} it lines. Comments keep their places. */
    private void write(Entry entry, String inline, List<String> below) {
        Span old = entry.value().span();
        int colon = yaml.text().indexOf(':', entry.head().end()) + 1;
        int start = yaml.skipGap(colon);
        boolean onKeyLine =
                start < yaml.lineSpan(entry.firstLine()).end() && yaml.text().charAt(start) != '#';
        if (onKeyLine) {
            editor.replace(new Span(below.isEmpty() ? start : colon, Math.max(start, old.end())), inline);
            editor.insertLines(entry.endLine(), below);
            return;
        }
        int first = entry.value() instanceof Missing ? entry.endLine() : yaml.lineOf(old.start());
        editor.replace(Span.at(colon), inline.isEmpty() ? "" : " " + inline);
        editor.insertLines(first, below);
        editor.deleteLines(first, entry.endLine());
    }

    private String indent(Container block) {
        List<? extends Member> members = block.members();
        return members.isEmpty() ? "" : yaml.indentOf(members.get(0).head().start());
    }

    /** Indents as the other values of a block have them, two blanks where it has none. */
    private YamlLines style(Container block) {
        int step = 2;
        int listStep = 2;
        for (Member member : block.members()) {
            RecipeNode value = member.value();
            int start = value.span().start();
            int in = column(start) - column(member.head().start());
            boolean ownLines = !value.isFlow() && yaml.lineOf(start) != member.firstLine();
            if (ownLines && value instanceof RecipeNode.Mapping) {
                step = in;
            } else if (ownLines && value instanceof RecipeNode.Sequence) {
                listStep = in;
            }
        }
        return new YamlLines(step, listStep);
    }

    private int column(int offset) {
        return offset - yaml.lineStart(yaml.lineOf(offset));
    }
}
