package org.archirender.overlay.edit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/** An edit of the text of one file. */
public interface ContentEdit extends Edit {
    /** The file, which {@code recipe} may or may not have. */
    TreePath path(FileTree recipe);

    /**
     * What it makes of {@code text}, the content of its file at {@code path}.
     *
     * @throws EditRefusal where it can't or needn't be done
     */
    String change(TreePath path, String text);

    /** The same; what changes nothing is refused. */
    default String changed(TreePath path, String text) {
        String changed = change(path, text);
        if (changed.equals(text)) {
            throw EditStatus.NO_EFFECT.refusal("what it writes is what is there");
        }
        return changed;
    }

    @Override
    default FileTree apply(FileTree recipe, FileTree files) {
        TreePath path = path(recipe);
        TreeFile file = recipe.get(path).orElseThrow(() -> EditRefusal.noFile("recipe/", recipe, path));
        Optional<String> text = file.text();
        if (text.isPresent()) {
            return recipe.with(path, file.withText(changed(path, text.get())));
        }
        // Not UTF-8: bytes as chars, the edit's own texts among them.
        Edit latin = map(own -> new String(own.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        String changed = ((ContentEdit) latin).changed(path, file.byteText());
        return recipe.with(path, new TreeFile(changed, file.executable()));
    }
}
