package org.archirender.overlay.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.archirender.problem.Location;
import org.archirender.tree.FileTree;

/**
 * One edit of an overlay, or of a rule: a record per operation, which that operation makes of what the user wrote. Its
 * fields are those of docs/overlays.md.
 */
public interface Edit {
    /** How much of the text that it changes an edit takes for its own: none of it may be another edit's work. */
    enum Reach {
        /** What differs before and after, as where a word of a line is added. */
        CHARS,
        /** The whole of each value that gives way to another, what both have in common too: {@code 1} → {@code 10}. */
        VALUES,
        /** The whole of each line that differs. */
        LINES,
        /** The whole of each file that differs, for edits before and after it. */
        FILES
    }

    /** What of the package an edit goes with, beside the text that it changes. */
    enum Tie {
        NOTHING,
        /** The build number, which upstream begins anew with each version. */
        NUMBER,
        /** The source of one version, as a patch of it does. */
        SOURCE
    }

    /**
     * When an edit has to give a reason.
     *
     * @param when in Markdown, as in "always"; empty for never
     * @param does what an edit of these values does that must be explained, as in "removes an item"; empty for nothing
     */
    record Why(String when, Function<EditValues, String> does) {
        public static final Why NEVER = new Why("", values -> "");

        public static Why always(String does) {
            return new Why("always", values -> does);
        }
    }

    /** What the user wrote. */
    EditValues written();

    /**
     * The recipe/ folder with the edit done.
     *
     * @param files the overlay's files/
     * @throws EditRefusal where it can't or needn't be done
     */
    FileTree apply(FileTree recipe, FileTree files);

    /** What the edit is about: a path in the recipe, a variable, or a file below recipe/; empty where there is only one. */
    default String subject() {
        return String.join(", ", written().subjects());
    }

    /** Such as {@code add-item}. */
    default String operation() {
        return written().operation().name();
    }

    /** Where it stands in overlay.yaml or port.yaml. */
    default Location at() {
        return written().at();
    }

    /** Operation and subject, as in {@code add-item source/patches}. */
    default String title() {
        return subject().isEmpty() ? operation() : operation() + " " + subject();
    }

    /** The reason, for the reader of the overlay; it stays out of the recipe. */
    default Optional<String> why() {
        return written().optional("why").map(String::strip);
    }

    /** An address where upstream discusses it. */
    default Optional<String> upstream() {
        return written().optional("upstream");
    }

    /** What it goes with. */
    default Tie tie() {
        return usedPatches().isEmpty() ? Tie.NOTHING : Tie.SOURCE;
    }

    /** When the edit has served its time. */
    default Optional<Until> until() {
        return written().optional("until").flatMap(Until::parse);
    }

    /** The one version of the package that the edit is for. */
    default Optional<String> onlyVersion() {
        return written().optional("only-version");
    }

    /** Every text that it has, but for what it says of itself in why, upstream and until. */
    default List<String> texts() {
        return written().texts();
    }

    /** The same edit with every one of {@link #texts} changed by {@code text}. */
    default Edit map(UnaryOperator<String> text) {
        return written().map(text).edit();
    }

    /** What the author of the overlay does about an edit that ended in {@code status}; empty for one that applied. */
    default String remedy(EditStatus status) {
        return status.remedy();
    }

    /** The expressions of all selectors that it writes into a recipe. */
    default List<String> selectors() {
        return List.of();
    }

    /** The file below recipe/ whose lines it changes, where it writes lines verbatim. */
    default Optional<String> textFile() {
        return Optional.empty();
    }

    /** The line of {@link #textFile}'s {@code text} that gives way to its lines, or that they are placed by. */
    default Optional<String> lineBeside(String text) {
        return Optional.empty();
    }

    /** The file of the overlay's files/ that it uses, relative to both that folder and recipe/. */
    default Optional<String> ownFile() {
        return Optional.empty();
    }

    /** The file that it puts into recipe/. */
    default Optional<String> addedFile() {
        return Optional.empty();
    }

    /** The patches below recipe/ that it has a source use; as written, Jinja among them. */
    default List<String> usedPatches() {
        return List.of();
    }

    /** Whether it takes something with that word away, such as a {@code sha256}, and puts nothing with it there. */
    default boolean takesAway(String word) {
        return false;
    }
}
