package org.archirender.recipe;

import java.util.List;
import java.util.Optional;
import org.archirender.text.Span;

/** What stands at a place of a recipe, as spans of its text; offsets are chars. */
public sealed interface RecipeNode {
    /** From its first char to behind its last one, without what may follow on the line. */
    Span span();

    /** Whether it is a collection in brackets or braces. */
    default boolean isFlow() {
        return false;
    }

    /** Its entries or items, in their order; none where this is no collection. */
    default List<? extends Member> members() {
        return List.of();
    }

    /** Its entries, in their order; none where this is no mapping. */
    default List<Entry> entries() {
        return List.of();
    }

    /** All entries of that key, in their order; none where this is no mapping. */
    default List<Entry> entries(String key) {
        return entries().stream().filter(entry -> entry.key().equals(key)).toList();
    }

    /**
     * A mapping. A key may stand in it several times: under different selectors, or in the branches of a Jinja block.
     *
     * @param isFlow whether it is written in braces
     */
    record Mapping(Span span, List<Entry> entries, boolean isFlow) implements RecipeNode {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public List<Entry> members() {
            return entries;
        }
    }

    /**
     * A list.
     *
     * @param isFlow whether it is written in brackets
     */
    record Sequence(Span span, List<Item> items, boolean isFlow) implements RecipeNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public List<Item> members() {
            return items;
        }
    }

    /** A value that is neither; its span has its quotes or, for a block scalar, its header. */
    record Scalar(Span span, Style style) implements RecipeNode {
        /** How it is written. */
        public enum Style {
            PLAIN,
            QUOTED,
            /** Behind {@code |} or {@code >}. */
            BLOCK,
            /** {@code *name}: what stands at an anchor. */
            ALIAS
        }
    }

    /** Nothing: a key or dash without a value. The span is where it would begin: behind the colon where there is one. */
    record Missing(Span span) implements RecipeNode {}

    /** One entry of a mapping or one item of a list. */
    sealed interface Member {
        /** Its key or its dash; empty for an item of an inline list. */
        Span head();

        /** The line on which it begins, 0-based. */
        int firstLine();

        /** The line behind its last one, with all that belongs to it and without blank lines and comments that follow. */
        int endLine();

        /** The comment on its first line or, for a text of several lines, behind it. */
        Optional<Span> comment();

        RecipeNode value();
    }

    /**
     * A key with its value.
     *
     * @param key without quotes
     */
    record Entry(String key, Span head, int firstLine, int endLine, Optional<Span> comment, RecipeNode value)
            implements Member {}

    /** An item of a list. */
    record Item(Span head, int firstLine, int endLine, Optional<Span> comment, RecipeNode value) implements Member {}
}
