package org.archirender.overlay.recipe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditHeader;
import org.archirender.overlay.edit.Place;

/** An edit of meta.yaml or recipe.yaml, addressed by the recipe's structure. Where it takes paths it applies to each. */
public sealed interface RecipeEdit extends Edit {
    @Override
    RecipeEdit map(UnaryOperator<String> text);

    /** {@code bump-number: N}: the build number, and every output's own, plus {@code by}. */
    record BumpNumber(EditHeader header, int by) implements RecipeEdit {
        @Override
        public String subject() {
            return "";
        }

        @Override
        public BumpNumber map(UnaryOperator<String> text) {
            return new BumpNumber(header.map(text), by);
        }
    }

    /** {@code number: N}: the build number, and every output's own, becomes {@code number}. */
    record SetNumber(EditHeader header, int number) implements RecipeEdit {
        @Override
        public String subject() {
            return "";
        }

        @Override
        public SetNumber map(UnaryOperator<String> text) {
            return new SetNumber(header.map(text), number);
        }
    }

    /**
     * {@code add-item: PATH}: list items, verbatim; the key is created where absent.
     *
     * @param place relative to an item by its name
     * @param comment lines put above the items, without their {@code # }
     */
    record AddItem(EditHeader header, List<String> paths, List<String> items, Place<String> place, List<String> comment)
            implements RecipeEdit {
        public AddItem {
            paths = List.copyOf(paths);
            items = List.copyOf(items);
            comment = List.copyOf(comment);
        }

        @Override
        public String subject() {
            return subjectOf(paths);
        }

        @Override
        public AddItem map(UnaryOperator<String> text) {
            return new AddItem(
                    header.map(text),
                    Edit.mapAll(paths, text),
                    Edit.mapAll(items, text),
                    place.map(text),
                    Edit.mapAll(comment, text));
        }
    }

    /** {@code remove-item: PATH}: a whole item; commented out instead with {@code keep: comment}. */
    record RemoveItem(EditHeader header, List<String> paths, String item, boolean keepComment) implements RecipeEdit {
        public RemoveItem {
            paths = List.copyOf(paths);
        }

        @Override
        public String subject() {
            return subjectOf(paths);
        }

        @Override
        public RemoveItem map(UnaryOperator<String> text) {
            return new RemoveItem(header.map(text), Edit.mapAll(paths, text), text.apply(item), keepComment);
        }
    }

    /** {@code replace-item: PATH}: indent and dash stay, the rest becomes {@code with}; the old one stays above as a comment with {@code keep: comment}. */
    record ReplaceItem(EditHeader header, List<String> paths, String item, String with, boolean keepComment)
            implements RecipeEdit {
        public ReplaceItem {
            paths = List.copyOf(paths);
        }

        @Override
        public String subject() {
            return subjectOf(paths);
        }

        @Override
        public ReplaceItem map(UnaryOperator<String> text) {
            return new ReplaceItem(
                    header.map(text), Edit.mapAll(paths, text), text.apply(item), text.apply(with), keepComment);
        }
    }

    /**
     * {@code select-item: PATH}: an item's selector only.
     *
     * @param when the selector's expression; {@code always} drops the selector
     * @param col the 0-based column of its {@code #}; two blanks after the text where empty
     */
    record SelectItem(EditHeader header, List<String> paths, String item, String when, OptionalInt col)
            implements RecipeEdit {
        public SelectItem {
            paths = List.copyOf(paths);
        }

        @Override
        public String subject() {
            return subjectOf(paths);
        }

        @Override
        public SelectItem map(UnaryOperator<String> text) {
            return new SelectItem(header.map(text), Edit.mapAll(paths, text), text.apply(item), text.apply(when), col);
        }
    }

    /**
     * {@code set-key: PATH}: a scalar's value; the key is created where absent.
     *
     * @param value verbatim, as it is to stand after {@code key: }
     * @param was the value that the base is known to have
     * @param after the sibling key below which a new key goes; else it becomes the last
     * @param keepComment whether the old line stays above as a comment
     */
    record SetKey(
            EditHeader header,
            List<String> paths,
            String value,
            Optional<String> was,
            Optional<String> after,
            boolean keepComment)
            implements RecipeEdit {
        public SetKey {
            paths = List.copyOf(paths);
        }

        @Override
        public String subject() {
            return subjectOf(paths);
        }

        @Override
        public SetKey map(UnaryOperator<String> text) {
            return new SetKey(
                    header.map(text),
                    Edit.mapAll(paths, text),
                    text.apply(value),
                    was.map(text),
                    after.map(text),
                    keepComment);
        }
    }

    /** {@code unset-key: PATH}: deletes a key with its block, or comments it out with {@code keep: comment}. */
    record UnsetKey(EditHeader header, List<String> paths, Optional<String> was, boolean keepComment)
            implements RecipeEdit {
        public UnsetKey {
            paths = List.copyOf(paths);
        }

        @Override
        public String subject() {
            return subjectOf(paths);
        }

        @Override
        public UnsetKey map(UnaryOperator<String> text) {
            return new UnsetKey(header.map(text), Edit.mapAll(paths, text), was.map(text), keepComment);
        }
    }

    /** {@code set-var: NAME}: the value of a {@code {% set NAME = … %}}, verbatim; in recipe.yaml that of context/NAME. */
    record SetVar(EditHeader header, String name, String value, Optional<String> was) implements RecipeEdit {
        @Override
        public String subject() {
            return name;
        }

        @Override
        public SetVar map(UnaryOperator<String> text) {
            return new SetVar(header.map(text), text.apply(name), text.apply(value), was.map(text));
        }
    }

    /**
     * {@code set-version: V}: version and checksum together.
     *
     * @param was the version that the base is known to have
     */
    record SetVersion(EditHeader header, String version, String sha256, Optional<String> was) implements RecipeEdit {
        @Override
        public String subject() {
            return version;
        }

        @Override
        public SetVersion map(UnaryOperator<String> text) {
            return new SetVersion(header.map(text), text.apply(version), text.apply(sha256), was.map(text));
        }
    }

    private static String subjectOf(List<String> paths) {
        return String.join(", ", paths);
    }
}
