package org.archirender.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.archirender.Corpus;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.PortNames;
import org.archirender.overlay.edit.Edit.Tie;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.sync.BaseMove.Base;
import org.archirender.sync.Standing.News;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;
import org.junit.jupiter.api.Test;

/**
 * Hand-made overlays of 2019 at every base that upstream came to have later, against the labels of another reader, who
 * went by the text of each edit and of the untouched base.
 */
class UpkeepTest {
    private static final PortNames TARGET = new PortNames(new TreeMap<>(Map.of("target", "linux-aarch64")));
    private static final LocalDate TODAY = LocalDate.of(2019, 2, 1);

    /** One edit at one later base. */
    private record Case(String at, String label, List<String> remarks, boolean sameVersion, Standing standing) {
        boolean is(String remark) {
            return remarks.contains(remark);
        }

        /** Whether the status is the label's, or one that SYNC's rules say where a label goes by text alone. */
        boolean agrees() {
            EditStatus status = standing.status();
            boolean moved = status == EditStatus.FORMAT_MOVED && is("v1");
            return switch (label) {
                case "FITS" -> moved || (is("behind_variable") ? status == EditStatus.VALUE_CHANGED : fits(status));
                case "PRESENT" -> status == EditStatus.ALREADY_PRESENT;
                case "PARTLY" ->
                    status == (is("same_on_target") ? EditStatus.ALREADY_PRESENT : EditStatus.PARTLY_PRESENT);
                case "CHANGED" -> status == EditStatus.VALUE_CHANGED || status == EditStatus.VERSION_MOVED;
                case "GONE" -> status == EditStatus.ITEM_MISSING || isReached(status);
                default -> status == EditStatus.ITEM_AMBIGUOUS || moved;
            };
        }

        private boolean fits(EditStatus status) {
            boolean patch = standing.edit().tie() == Tie.SOURCE && !sameVersion;
            return status == (patch ? EditStatus.VERSION_MOVED : EditStatus.APPLIED);
        }

        /** What it only wanted to keep off is nowhere. */
        private boolean isReached(EditStatus status) {
            return status == EditStatus.ALREADY_PRESENT && standing.message().contains("any more");
        }
    }

    @Test
    void everyEditStandsAsAnotherReaderSaysAtEveryLaterBase() throws IOException {
        Path upkeep = Corpus.assumePresent().resolve("upkeep");
        JsonNode index =
                new ObjectMapper().readTree(upkeep.resolve("INDEX.json").toFile());
        List<List<Case>> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> found : index.get("packages").properties()) {
            Path folder = upkeep.resolve(found.getKey());
            Overlay overlay = Overlay.read(Files.readString(folder.resolve("overlay.yaml")), "overlay.yaml");
            Base base = base(folder.resolve("base/recipe"), overlay.base().flatMap(Overlay.Base::version));
            for (JsonNode tree : found.getValue().get("trees")) {
                pairs.add(cases(folder, tree, overlay, base));
            }
        }

        List<Case> cases = pairs.stream().flatMap(List::stream).toList();
        assertThat(cases)
                .allSatisfy(one -> assertThat(one.agrees()).as("%s", one).isTrue());
        long people = pairs.stream().filter(pair -> has(pair, News.NEEDS_YOU)).count();
        long good = pairs.stream()
                .filter(pair -> !has(pair, News.NEEDS_YOU) && has(pair, News.GOOD))
                .count();
        System.out.printf(
                "figure: upkeep: %d edits at %d later bases agree; %d bases need a person, %d are good news, %d fit%n",
                cases.size(), pairs.size(), people, good, pairs.size() - people - good);
    }

    private static boolean has(List<Case> pair, News news) {
        return pair.stream().anyMatch(one -> one.standing().news() == news);
    }

    private static List<Case> cases(Path folder, JsonNode tree, Overlay overlay, Base base) {
        Base to = base(
                folder.resolve(tree.get("recipe").asText()),
                Optional.of(tree.get("version").asText()));
        List<Standing> standings = BaseMove.standings(overlay.edits(), FileTree.empty(), base, to, TARGET, TODAY);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < standings.size(); i++) {
            int edit = i;
            List<String> remarks = new ArrayList<>(List.of("same_on_target", "behind_variable"));
            remarks.removeIf(remark -> StreamSupport.stream(tree.get(remark).spliterator(), false)
                    .noneMatch(index -> index.asInt() == edit));
            remarks.add(tree.get("format").asText());
            cases.add(new Case(
                    folder.getFileName() + " " + tree.get("tree").asText() + " edit " + i,
                    tree.get("labels").get(i).asText(),
                    remarks,
                    base.version().equals(to.version()),
                    standings.get(i)));
        }
        return cases;
    }

    private static Base base(Path recipe, Optional<String> version) {
        Map<TreePath, TreeFile> files = new TreeMap<>();
        for (String name : List.of("meta.yaml", "recipe.yaml")) {
            if (Files.exists(recipe.resolve(name))) {
                files.put(TreePath.of(name), TreeFile.of(read(recipe.resolve(name))));
            }
        }
        return new Base(FileTree.of(files), version);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
