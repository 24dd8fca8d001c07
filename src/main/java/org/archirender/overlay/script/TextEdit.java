package org.archirender.overlay.script;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.archirender.overlay.edit.Edit;
import org.archirender.overlay.edit.EditHeader;
import org.archirender.overlay.edit.Pair;
import org.archirender.overlay.edit.Place;
import org.archirender.text.Anchor;

/** An edit of a text file by its lines; {@code file} is relative to recipe/. */
public sealed interface TextEdit extends Edit {
    String file();

    @Override
    default String subject() {
        return file();
    }

    @Override
    TextEdit map(UnaryOperator<String> text);

    /** {@code set-env: FILE}: {@code export NAME=value} lines, values verbatim. */
    record SetEnv(EditHeader header, String file, List<Pair> vars, Place<Anchor> place) implements TextEdit {
        public SetEnv {
            vars = List.copyOf(vars);
        }

        @Override
        public SetEnv map(UnaryOperator<String> text) {
            return new SetEnv(
                    header.map(text), text.apply(file), Pair.mapAll(vars, text), place.map(anchor -> anchor.map(text)));
        }
    }

    /**
     * {@code insert-lines: FILE}: lines, verbatim.
     *
     * @param unless a regular expression; where it is found in the file, the lines count as present
     * @param repeat inserts even where the lines already stand in the file
     */
    record InsertLines(
            EditHeader header,
            String file,
            List<String> lines,
            Place<Anchor> place,
            Optional<String> unless,
            boolean repeat)
            implements TextEdit {
        public InsertLines {
            lines = List.copyOf(lines);
        }

        @Override
        public InsertLines map(UnaryOperator<String> text) {
            return new InsertLines(
                    header.map(text),
                    text.apply(file),
                    Edit.mapAll(lines, text),
                    place.map(anchor -> anchor.map(text)),
                    unless.map(text),
                    repeat);
        }
    }

    /** {@code replace-lines: FILE}: a logical line, or the range up to {@code through}, becomes {@code with}. */
    record ReplaceLines(EditHeader header, String file, Anchor match, Optional<String> through, List<String> with)
            implements TextEdit {
        public ReplaceLines {
            with = List.copyOf(with);
        }

        @Override
        public ReplaceLines map(UnaryOperator<String> text) {
            return new ReplaceLines(
                    header.map(text), text.apply(file), match.map(text), through.map(text), Edit.mapAll(with, text));
        }
    }

    /** {@code delete-lines: FILE}: a logical line, or the range up to {@code through}. */
    record DeleteLines(EditHeader header, String file, Anchor match, Optional<String> through) implements TextEdit {
        @Override
        public DeleteLines map(UnaryOperator<String> text) {
            return new DeleteLines(header.map(text), text.apply(file), match.map(text), through.map(text));
        }
    }

    /** {@code comment-lines: FILE}: puts {@code # } at the own indent of each line. */
    record CommentLines(EditHeader header, String file, Anchor match, Optional<String> through) implements TextEdit {
        @Override
        public CommentLines map(UnaryOperator<String> text) {
            return new CommentLines(header.map(text), text.apply(file), match.map(text), through.map(text));
        }
    }

    /**
     * {@code edit-flags: FILE}: words of one logical command line.
     *
     * @param change words and what each becomes, in place
     * @param after the word, or part of one, that the added flags follow; else they end the command
     */
    record EditFlags(
            EditHeader header,
            String file,
            Anchor command,
            List<String> add,
            List<String> remove,
            List<Pair> change,
            Optional<String> after)
            implements TextEdit {
        public EditFlags {
            add = List.copyOf(add);
            remove = List.copyOf(remove);
            change = List.copyOf(change);
        }

        @Override
        public EditFlags map(UnaryOperator<String> text) {
            return new EditFlags(
                    header.map(text),
                    text.apply(file),
                    command.map(text),
                    Edit.mapAll(add, text),
                    Edit.mapAll(remove, text),
                    Pair.mapAll(change, text),
                    after.map(text));
        }
    }

    /** {@code guard-lines: FILE}: wraps a logical line, or the range up to {@code through}, in {@code if … fi}. */
    record GuardLines(EditHeader header, String file, Anchor match, Optional<String> through, String condition)
            implements TextEdit {
        @Override
        public GuardLines map(UnaryOperator<String> text) {
            return new GuardLines(
                    header.map(text), text.apply(file), match.map(text), through.map(text), text.apply(condition));
        }
    }
}
