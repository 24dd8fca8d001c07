package org.archirender.overlay.patch;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A unified diff, as diff and git write it, applied strictly: every line as it is there, at the line that the diff
 * names. Contents are bytes, one a char.
 */
record UnifiedPatch(List<FilePatch> files) {
    private static final String RECIPE = "recipe/";

    /**
     * Reads a diff.
     *
     * @throws EditRefusal naming the line that is none of a diff, or is of a kind that is not supported
     */
    static UnifiedPatch parse(TreeFile patch) {
        return new UnifiedPatch(UnifiedPatchParser.parse(patch.byteText()));
    }

    /**
     * The patched tree.
     *
     * @throws EditRefusal where a file or a hunk does not fit, or all fit the other way round
     */
    FileTree apply(FileTree tree) {
        boolean fromAbove = files.stream().allMatch(file -> file.path().value().startsWith(RECIPE))
                && tree.files().keySet().stream().noneMatch(path -> path.value().startsWith(RECIPE));
        return fromAbove ? below().applyStrictly(tree) : applyStrictly(tree);
    }

    /** The same, made in the feedstock's folder as git does, for the folder recipe/ in it. */
    private UnifiedPatch below() {
        return new UnifiedPatch(files.stream()
                .map(file -> file.at(TreePath.of(file.path().value().substring(RECIPE.length()))))
                .toList());
    }

    private FileTree applyStrictly(FileTree tree) {
        try {
            return applyAll(tree);
        } catch (EditRefusal refusal) {
            if (isApplied(tree)) {
                throw EditStatus.PATCH_ALREADY_APPLIED.refusal("the files are as the patch would leave them: "
                        + files.stream().map(FilePatch::path).collect(Collectors.toCollection(TreeSet::new)));
            }
            throw refusal;
        }
    }

    private boolean isApplied(FileTree tree) {
        try {
            new UnifiedPatch(files.stream().map(FilePatch::reversed).toList()).applyAll(tree);
            return true;
        } catch (EditRefusal refusal) {
            return false;
        }
    }

    private FileTree applyAll(FileTree tree) {
        FileTree patched = tree;
        for (FilePatch file : files) {
            patched = file.apply(patched);
        }
        return patched;
    }
}
