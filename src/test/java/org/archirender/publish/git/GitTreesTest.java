package org.archirender.publish.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.archirender.problem.InputException;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.archirender.tree.TreeScope;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repositories of strangers: what they hold is bounded before it is read. */
class GitTreesTest {
    private static final String PLACE = "https://example.org/zlib-feedstock";

    private final InMemoryRepository repository = new InMemoryRepository(new DfsRepositoryDescription("zlib"));
    private final ObjectInserter inserter = repository.newObjectInserter();
    private final GitTrees trees = new GitTrees(repository, inserter, PLACE);

    @AfterEach
    void close() {
        inserter.close();
        repository.close();
    }

    private ObjectId blob(String text) throws IOException {
        return inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectId tree(FileMode mode, ObjectId id, String... names) throws IOException {
        TreeFormatter tree = new TreeFormatter();
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            tree.append(bytes, 0, bytes.length, mode, id, true);
        }
        return inserter.insert(tree);
    }

    private FileTree read(ObjectId tree) throws IOException {
        inserter.flush();
        return trees.read(tree, TreeScope.ALL);
    }

    private static String[] names(int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = "%04d".formatted(i);
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({"REGULAR_FILE", "TREE"})
    void aTreeThatUnfoldsToMillionsOfPathsIsNotUnfolded(String leaf) throws IOException {
        ObjectId tree = leaf.equals("TREE") ? inserter.insert(new TreeFormatter()) : blob("x");
        FileMode mode = leaf.equals("TREE") ? FileMode.TREE : FileMode.REGULAR_FILE;
        for (int level = 0; level < 8; level++) {
            tree = tree(mode, tree, names(100));
            mode = FileMode.TREE;
        }
        ObjectId bomb = tree;
        assertThatThrownBy(() -> read(bomb))
                .isInstanceOf(InputException.class)
                .hasMessage(PLACE + ": has more than 20000 files and folders\n"
                        + "  fix: is this the right folder or repository?");
        assertThatThrownBy(() -> trees.entries(bomb)).isInstanceOf(InputException.class);
    }

    @Test
    void aTreeWithoutEndInDepthIsRefusedAtTheLongestPath() throws IOException {
        ObjectId tree = blob("x");
        FileMode mode = FileMode.REGULAR_FILE;
        for (int level = 0; level < 20_000; level++) {
            tree = tree(mode, tree, "d");
            mode = FileMode.TREE;
        }
        ObjectId deep = tree;
        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("/d/d: the file's path is longer than 1000 bytes\n  fix: rename it");
    }

    @Test
    void aBlobThatIsTooLargeIsNotReadHoweverManyPathsLeadToIt() throws IOException {
        ObjectId large = inserter.insert(Constants.OBJ_BLOB, new byte[40 << 20]);
        ObjectId tree = tree(FileMode.REGULAR_FILE, large, names(400));
        assertThatThrownBy(() -> read(tree))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.problems()).hasSize(400))
                .hasMessageStartingWith(PLACE + "/0000: has 41943040 bytes; a feedstock's file may have 16777216\n");
    }

    @Test
    void aBlobThatFitsIsReadOnceAndCountedOncePerPath() throws IOException {
        ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[1 << 20]);
        FileTree read = read(tree(FileMode.REGULAR_FILE, blob, names(60)));
        assertThat(read.files()).hasSize(60);
        assertThat(read.files().values().stream().distinct()).hasSize(1);
        ObjectId tree = tree(FileMode.REGULAR_FILE, blob, names(400));
        assertThatThrownBy(() -> read(tree))
                .hasMessageStartingWith(PLACE + ": has files of more than 67108864 bytes together");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                ".git|goes into .git",
                ".GIT|goes into .git",
                "git~1|goes into .git",
                "\".git \"|goes into .git",
                "..|has a part '..', which may leave the tree",
                "a\\b|has a backslash or a control character",
                "/etc|has an empty part"
            })
    void aNameThatIsMoreThanANameIsRefusedWithItsPlace(String name, String wrong) throws IOException {
        ObjectId tree = tree(FileMode.TREE, tree(FileMode.REGULAR_FILE, blob("x"), name), "recipe");
        String expected = PLACE + "/recipe/" + name + ": the file's path " + wrong + "\n  fix: rename it";
        assertThatThrownBy(() -> read(tree)).isInstanceOf(InputException.class).hasMessage(expected);
        assertThatThrownBy(() -> trees.entries(tree)).hasMessage(expected);
    }

    @Test
    void aNameThatATerminalWouldObeyIsPrintedHarmless() throws IOException {
        ObjectId tree = tree(FileMode.REGULAR_FILE, blob("x"), "a\u001b[2J\nb");
        assertThatThrownBy(() -> read(tree))
                .hasMessageStartingWith(PLACE + "/a\\u001b[2J\\u000ab: the file's path has");
    }

    @Test
    void namesThatAreNoUtf8AreNotTakenForEachOther() throws IOException {
        TreeFormatter tree = new TreeFormatter();
        ObjectId blob = blob("x");
        for (int odd : new int[] {0xfe, 0xff}) {
            tree.append(new byte[] {'a', (byte) odd}, 0, 2, FileMode.REGULAR_FILE, blob, false);
        }
        ObjectId id = inserter.insert(tree);
        assertThatThrownBy(() -> read(id))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContaining("the file's path is not UTF-8 text");
    }

    @Test
    void namesThatDifferInCaseOrFormAloneAreDifferentNames() throws IOException {
        ObjectId tree = tree(FileMode.REGULAR_FILE, blob("x"), "A", "a", "n\u0303", "\u00f1");
        assertThat(read(tree).files()).hasSize(4);
    }

    @Test
    void aBrokenTreeIsARepositorysFaultAndSaysWhichOneItIs() throws IOException {
        ObjectId twice = tree(FileMode.REGULAR_FILE, blob("x"), "a", "a");
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        cut.writeBytes("100644 a".getBytes(StandardCharsets.UTF_8));
        for (ObjectId broken : List.of(
                twice,
                inserter.insert(Constants.OBJ_TREE, cut.toByteArray()),
                inserter.insert(Constants.OBJ_TREE, "100644 a\0short".getBytes(StandardCharsets.UTF_8)),
                inserter.insert(Constants.OBJ_TREE, "x".getBytes(StandardCharsets.UTF_8)))) {
            ObjectId tree = tree(FileMode.TREE, broken, "recipe");
            assertThatThrownBy(() -> read(tree))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("the tree of 'recipe', " + broken.name() + ", is broken: ");
        }
    }

    @Test
    void whatNobodyAsksForIsNotLookedAt() throws IOException {
        ObjectId large = inserter.insert(Constants.OBJ_BLOB, new byte[40 << 20]);
        TreeFormatter root = new TreeFormatter();
        root.append("a~..", FileMode.TREE, tree(FileMode.REGULAR_FILE, large, ".git", "b"));
        root.append("recipe", FileMode.TREE, tree(FileMode.REGULAR_FILE, blob("x"), "meta.yaml"));
        ObjectId tree = inserter.insert(root);
        inserter.flush();
        assertThat(trees.read(tree, new TreeScope(List.of("recipe")))).isEqualTo(FileTrees.of("recipe/meta.yaml", "x"));
    }

    @Test
    void aDifferenceReadsNoOtherFile() throws IOException {
        ObjectId large = inserter.insert(Constants.OBJ_BLOB, new byte[40 << 20]);
        ObjectId before = tree(FileMode.REGULAR_FILE, large, "data");
        inserter.flush();
        ObjectId after = trees.write(trees.entries(before), path -> true, FileTrees.of("recipe/meta.yaml", "x"));
        inserter.flush();
        assertThat(trees.diff(Optional.of(before), after).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.path().value()).isEqualTo("recipe/meta.yaml"));
    }

    @Test
    void aFileOfTheirsGivesWayToAFolderOfOursAndTheReverse() throws IOException {
        TreeFormatter root = new TreeFormatter();
        root.append("README.md", FileMode.TREE, tree(FileMode.REGULAR_FILE, blob("x"), "a"));
        root.append("README0", FileMode.REGULAR_FILE, blob("x"));
        root.append("recipe", FileMode.SYMLINK, blob("/etc"));
        ObjectId theirs = inserter.insert(root);
        inserter.flush();
        FileTree ours = FileTrees.of("README.md", "y", "recipe/meta.yaml", "y");
        ObjectId both = trees.write(trees.entries(theirs), path -> true, ours);
        inserter.flush();
        assertThat(trees.entries(both).keySet()).containsExactly("README.md", "README0", "recipe/meta.yaml");
        assertThat(trees.write(new TreeMap<>(), path -> true, read(both))).isEqualTo(both);
    }
}
