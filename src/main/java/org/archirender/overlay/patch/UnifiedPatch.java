package org.archirender.overlay.patch;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.archirender.overlay.edit.EditRefusal;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.tree.ByteText;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * A unified diff, as diff and git write it, applied strictly: every line as it is there, at the line that the diff
 * names. Contents are bytes, one a char.
 */
final class UnifiedPatch {
    private final List<FilePatch> files;

    private UnifiedPatch(List<FilePatch> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Reads a diff.
     *
     * @throws EditRefusal naming the line that is none of a diff, or is of a kind that is not supported
     */
    static UnifiedPatch parse(TreeFile patch) {
        return new UnifiedPatch(UnifiedPatchParser.parse(ByteText.text(patch)));
    }

    /** The files that it touches. */
    SortedSet<TreePath> paths() {
        SortedSet<TreePath> paths = new TreeSet<>();
        files.forEach(file -> paths.add(TreePath.of(file.path())));
        return paths;
    }

    /**
     * The patched tree.
     *
     * @throws EditRefusal where a file or a hunk does not fit, or all fit the other way round
     */
    FileTree apply(FileTree tree) {
        try {
            return applyAll(tree);
        } catch (EditRefusal refusal) {
            if (isApplied(tree)) {
                throw EditStatus.PATCH_ALREADY_APPLIED.refusal(
                        "the files are as the patch would leave them: " + paths());
            }
            throw refusal;
        }
    }

    private boolean isApplied(FileTree tree) {
        try {
            List<FilePatch> reversed = files.stream().map(FilePatch::reversed).toList();
            new UnifiedPatch(reversed).applyAll(tree);
            return true;
        } catch (EditRefusal refusal) {
            return false;
        }
    }

    private FileTree applyAll(FileTree tree) {
        FileTree patched = tree;
        for (FilePatch file : files) {
            patched = apply(patched, file);
        }
        return patched;
    }

    private static FileTree apply(FileTree tree, FilePatch patch) {
        TreePath path = TreePath.of(patch.path());
        Optional<TreeFile> file = tree.get(path);
        if (file.isPresent() == patch.created()) {
            throw EditStatus.PATCH_REJECTED.refusal(
                    file.isPresent()
                            ? "the patch creates recipe/" + path + ", which is there"
                            : "the patch changes recipe/" + path + ", which is not there");
        }
        String content = patch.apply(file.map(ByteText::text).orElse(""));
        if (!patch.deleted()) {
            boolean executable =
                    patch.executable().orElse(file.map(TreeFile::executable).orElse(false));
            return tree.with(path, ByteText.file(content, executable));
        }
        if (!content.isEmpty()) {
            throw EditStatus.PATCH_REJECTED.refusal(
                    "the patch deletes recipe/" + path + ", which has more than it knows");
        }
        return tree.without(path);
    }
}
