package org.archirender.overlay.script;

import static org.archirender.yaml.Field.optional;
import static org.archirender.yaml.Field.required;

import java.util.Optional;
import org.archirender.overlay.edit.ContentEdit;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditShape;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.text.Lines;
import org.archirender.text.RegexLimitException;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreePath;
import org.archirender.yaml.Field;

/** An edit of a text file by its lines. Line ends, a missing final newline and a byte order mark stay as they are. */
public interface TextEdit extends ContentEdit {
    Field MATCH = required("match", EditShape.ANCHOR, "the logical line");
    Field THROUGH = optional(
            "through", EditShape.ANCHOR, "the first such line below `match`: all up to it, itself included, is meant");
    Field AT = optional("at", EditShape.START, "`start`: below a shebang, else at the top; `end`: at the end");
    Field BEFORE = optional("before", EditShape.ANCHOR, "above that logical line");
    Field AFTER = optional("after", EditShape.ANCHOR, "below that logical line");
    Field NTH = optional("nth", EditShape.COUNT, "which one of several hits, counted from 1");
    Field WITHIN = optional("within", EditShape.WITHIN, "only lines between these count");
    String RECIPE_YAML = "recipe.yaml";
    String BYTE_ORDER_MARK = "\ufeff";

    /** Relative to recipe/. */
    default String file() {
        return written().subject();
    }

    /**
     * The lines with the edit done.
     *
     * @throws EditRefusal where it can't or needn't be done
     */
    Lines apply(ScriptText script);

    /**
     * The lines of the text before that give way as wholes, none of them where lines go between others: no comparison of
     * two texts can tell where lines are equal. Empty for an edit that writes parts of lines.
     */
    default Optional<LineRange> replaced(ScriptText script) {
        return Optional.empty();
    }

    @Override
    default String remedy(EditStatus status) {
        if (status == EditStatus.READS_OTHERWISE) {
            return "write lines with the indent of those beside them, and name an item with all of its lines";
        }
        boolean instead = status == EditStatus.NO_EFFECT && file().equals(RECIPE_YAML);
        return instead ? "use that operation, or delete the edit" : ContentEdit.super.remedy(status);
    }

    /** Refused where the file is the recipe.yaml, to which a shell's words mean nothing. */
    default void refuseRecipeYaml(String instead) {
        if (file().equals(RECIPE_YAML)) {
            throw EditStatus.NO_EFFECT.refusal("recipe/recipe.yaml is no script\n" + instead);
        }
    }

    @Override
    default TreePath path(FileTree recipe) {
        return EditRefusal.path(file());
    }

    /** The same of a file's whole text. */
    default Optional<LineRange> replaced(String text) {
        return replaced(ScriptText.of(file(), text.substring(mark(text).length())));
    }

    @Override
    default Optional<String> textFile() {
        return Optional.of(file());
    }

    @Override
    default Optional<String> lineBeside(String text) {
        ScriptText script = ScriptText.of(file(), text);
        try {
            return replaced(script)
                    .flatMap(range -> script.beside(range, written().has("after")));
        } catch (EditRefusal | RegexLimitException e) {
            return Optional.empty();
        }
    }

    private static String mark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    }

    @Override
    default String change(TreePath path, String text) {
        String mark = mark(text);
        try {
            return mark
                    + apply(ScriptText.of(file(), text.substring(mark.length())))
                            .text();
        } catch (RegexLimitException | IllegalArgumentException e) {
            // The port's names may have made nonsense of an expression that was one when it was read.
            throw EditStatus.ANCHOR_MISSING.refusal(String.valueOf(e.getMessage()));
        }
    }
}
