package org.archirender.overlay.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.overlay.Overlay;
import org.archirender.overlay.OverlayReader;
import org.archirender.overlay.edit.EditStatus;
import org.archirender.overlay.edit.RecipeEdit;

/**
 * A case of src/test/resources/recipe-edits/*.md: a title, a recipe, edits, and the recipe afterwards or the status with
 * the message of a refusal.
 *
 * @param expected the text afterwards, or the message
 * @param status APPLIED where the edits are done
 */
public record RecipeEditCase(String title, String before, List<RecipeEdit> edits, String expected, EditStatus status) {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+) (\\w+)\\n(.*?)^```$");

    public static Stream<RecipeEditCase> all() {
        return Stream.of("add-item", "items", "keys", "numbers", "variables").flatMap(file -> read(file).stream());
    }

    private static List<RecipeEditCase> read(String file) {
        List<RecipeEditCase> cases = new ArrayList<>();
        String[] sections = resource("/recipe-edits/" + file + ".md").split("(?m)^## ", -1);
        for (int i = 1; i < sections.length; i++) {
            cases.add(section(file, sections[i]));
        }
        return cases;
    }

    private static RecipeEditCase section(String file, String section) {
        Map<String, String> blocks = new LinkedHashMap<>();
        Matcher fenced = FENCED.matcher(section);
        while (fenced.find()) {
            blocks.put(fenced.group(2), fenced.group(3));
        }
        String last = List.copyOf(blocks.keySet()).get(2);
        EditStatus status = last.equals("after") ? EditStatus.APPLIED : EditStatus.valueOf(last);
        String expected = Objects.requireNonNull(blocks.get(last));
        return new RecipeEditCase(
                file + ": " + section.lines().findFirst().orElseThrow(),
                Objects.requireNonNull(blocks.get("before")),
                edits(Objects.requireNonNull(blocks.get("edit"))),
                status == EditStatus.APPLIED ? expected : expected.stripTrailing(),
                status);
    }

    static List<RecipeEdit> edits(String yaml) {
        Overlay overlay = OverlayReader.read("overlay: 1\npackage: x\nedits:\n" + yaml.indent(2), "overlay.yaml");
        return overlay.edits().stream().map(RecipeEdit.class::cast).toList();
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(RecipeEditCase.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
