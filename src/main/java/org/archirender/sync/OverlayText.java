package org.archirender.sync;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archirender.recipe.Container;
import org.archirender.recipe.RecipeEditor;
import org.archirender.recipe.RecipeNode.Entry;
import org.archirender.recipe.RecipeNode.Item;
import org.archirender.recipe.RecipeNode.Sequence;
import org.archirender.recipe.RecipeText;
import org.archirender.text.Quotes;
import org.archirender.text.Span;

/** An overlay.yaml as text: what changes in it is spliced, every other byte stays. */
record OverlayText(String text) {
    /** What YAML reads as a text without quotes: a version of letters, or of more parts than a number has. */
    private static final Pattern PLAIN = Pattern.compile("\\d++\\.\\d++\\.[\\w.]++|[A-Za-z][\\w.]*+");

    /** With these values of {@code base}, which is upstream's and no written one; a version that is not known goes. */
    OverlayText withBase(Optional<String> commit, Optional<String> version, Optional<String> tree) {
        return with("commit", commit)
                .with("version", version.map(OverlayText::quoted))
                .with("tree", tree)
                .with("written", Optional.empty());
    }

    private static String quoted(String version) {
        return PLAIN.matcher(version).matches() ? version : '"' + version + '"';
    }

    private OverlayText with(String key, Optional<String> value) {
        RecipeText parsed = RecipeText.parsePlain(text);
        RecipeEditor editor = new RecipeEditor(parsed);
        for (Entry base : parsed.root().entries("base")) {
            List<Entry> old = base.value().entries(key);
            if (!old.isEmpty() && value.isPresent()) {
                if (!said(parsed, old.get(0)).equals(Quotes.without(value.get()))) {
                    editor.replace(old.get(0).value().span(), value.get());
                }
            } else if (!old.isEmpty()) {
                remove(editor, base, old.get(0));
            } else if (value.isPresent()) {
                add(editor, base, key + ": " + value.get());
            }
        }
        return new OverlayText(editor.text());
    }

    private static String said(RecipeText parsed, Entry entry) {
        return Quotes.without(parsed.text(entry.value().span()));
    }

    private static void remove(RecipeEditor editor, Entry base, Entry old) {
        if (base.value().isFlow()) {
            editor.removeInline(Container.of(base), old);
        } else {
            editor.deleteLines(old.firstLine(), old.endLine());
        }
    }

    private static void add(RecipeEditor editor, Entry base, String line) {
        List<Entry> there = base.value().entries();
        if (base.value().isFlow()) {
            editor.insertInline(Container.of(base), there.size(), List.of(line));
        } else if (!there.isEmpty()) {
            Entry last = there.get(there.size() - 1);
            String indent = editor.recipe().indentOf(last.head().start());
            editor.insertLines(last.endLine(), List.of(indent + line));
        }
    }

    /** Without the edits at these places in {@code edits:}, counted from 0. */
    OverlayText without(Collection<Integer> edits) {
        RecipeText parsed = RecipeText.parsePlain(text);
        RecipeEditor editor = new RecipeEditor(parsed);
        for (Entry entry : parsed.root().entries("edits")) {
            if (entry.value() instanceof Sequence sequence && !edits.isEmpty()) {
                List<Item> items = sequence.items();
                if (edits.size() == items.size() && !sequence.isFlow()) {
                    int from = parsed.lineSpan(entry.firstLine()).end();
                    editor.replace(
                            new Span(from, parsed.lineSpan(entry.endLine() - 1).end()), " []");
                } else if (sequence.isFlow()) {
                    editor.changeInline(
                            Container.of(entry), edits.stream().map(items::get).toList(), List.of());
                } else {
                    edits.forEach(edit -> editor.deleteLines(
                            items.get(edit).firstLine(), items.get(edit).endLine()));
                }
            }
        }
        return new OverlayText(editor.text());
    }
}
