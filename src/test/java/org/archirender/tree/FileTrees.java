package org.archirender.tree;

/** Small trees, as tests write them. */
public final class FileTrees {
    private FileTrees() {}

    /** {@code of("recipe/meta.yaml", "package: …", "conda-forge.yml", "{}")}: paths, each with its text. */
    public static FileTree of(String... pathsAndTexts) {
        FileTree tree = FileTree.empty();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            tree = tree.with(TreePath.of(pathsAndTexts[i]), TreeFile.of(pathsAndTexts[i + 1]));
        }
        return tree;
    }
}
