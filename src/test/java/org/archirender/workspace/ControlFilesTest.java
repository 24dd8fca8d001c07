package org.archirender.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

class ControlFilesTest {
    @Property(tries = 300)
    void whatIsWrittenControlsNoGitAndReadsBackAsItWas(@ForAll("feedstocks") FileTree feedstock) {
        FileTree written = ControlFiles.inert(feedstock);
        assertThat(written.files().keySet())
                .allSatisfy(path -> assertThat(path.value().toLowerCase(Locale.ROOT))
                        .doesNotMatch(".+/\\.git(?:attributes|ignore|modules)"));
        assertThat(ControlFiles.live(written, "overlays/zlib/")).isEqualTo(feedstock);
    }

    /** Names that git gives a meaning to, at any depth below the top, in any case, and as they look written down. */
    @Provide
    Arbitrary<FileTree> feedstocks() {
        Arbitrary<String> folders = Arbitraries.of("recipe/", "recipe/a/", "recipe/a/b/", ".ci_support/migrations/");
        Arbitrary<String> names = Arbitraries.of(".gitattributes", ".gitignore", ".gitmodules", ".gitkeep", "meta.yaml")
                .flatMap(name -> Arbitraries.of(name, name.toUpperCase(Locale.ROOT), name.replace("git", "Git")));
        Arbitrary<String> ends = Arbitraries.of("", ".inert", ".inert.inert", ".INERT");
        return Arbitraries.maps(
                        Combinators.combine(folders, names, ends).as((folder, name, end) -> folder + name + end),
                        Arbitraries.of("", "* text eol=crlf\n", "*\n"))
                .ofMaxSize(12)
                .map(ControlFilesTest::tree);
    }

    private static FileTree tree(Map<String, String> texts) {
        SortedMap<TreePath, TreeFile> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(TreePath.of(path), TreeFile.of(text)));
        return FileTree.of(files);
    }
}
