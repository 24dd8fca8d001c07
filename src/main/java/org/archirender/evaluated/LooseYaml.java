package org.archirender.evaluated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.archirender.evaluated.RecipeValue.Flag;
import org.archirender.evaluated.RecipeValue.Items;
import org.archirender.evaluated.RecipeValue.Nothing;
import org.archirender.evaluated.RecipeValue.Section;
import org.archirender.evaluated.RecipeValue.Text;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlReader;

/**
 * Reads a rendered recipe as conda-build does, with YAML 1.1's booleans and nulls ({@code metadata.yamlize}): numbers
 * stay text, of duplicate keys the last one counts, {@code <<} merges.
 */
public final class LooseYaml {
    /** Words that YAML 1.1 reads as null where they are not quoted; of each it knows three spellings. */
    static final List<String> NULL = List.of("", "~", "null", "Null", "NULL");

    static final List<String> TRUE = List.of("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    static final List<String> FALSE = List.of("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");

    private static final String MERGE = "<<";

    private LooseYaml() {}

    /**
     * The document in {@code text}.
     *
     * @param file as the user knows it, for messages
     * @return an empty section for a text without a document
     * @throws InputException with its place where the text is no YAML or its top is no mapping
     */
    public static Section read(String text, String file) {
        Optional<YamlNode> document = YamlReader.read(text, file);
        if (document.isEmpty() || (document.get() instanceof Scalar scalar && scalar.isNull())) {
            return new Section(Location.of(file), new LinkedHashMap<>());
        }
        if (value(document.get()) instanceof Section section) {
            return section;
        }
        throw new InputException(
                document.get().at(),
                "a recipe is a mapping of sections such as package: and build:, not "
                        + document.get().kind(),
                "");
    }

    private static RecipeValue value(YamlNode node) {
        return node.match(
                LooseYaml::scalar,
                list -> new Items(
                        node.at(), list.items().stream().map(LooseYaml::value).toList()),
                LooseYaml::section);
    }

    private static RecipeValue scalar(Scalar scalar) {
        String text = scalar.text();
        if (scalar.plain()) {
            if (NULL.contains(text)) {
                return new Nothing(scalar.at());
            }
            if (TRUE.contains(text) || FALSE.contains(text)) {
                return new Flag(scalar.at(), TRUE.contains(text));
            }
        }
        return new Text(scalar.at(), text);
    }

    private static Section section(Mapping mapping) {
        Map<String, RecipeValue> entries = new LinkedHashMap<>();
        for (Entry entry : mapping.entries()) {
            if (isMerge(entry)) {
                merged(entry.value()).forEach(entries::putIfAbsent);
            }
        }
        for (Entry entry : mapping.entries()) {
            if (!isMerge(entry)) {
                entries.put(entry.key().text(), value(entry.value()));
            }
        }
        return new Section(mapping.at(), entries);
    }

    private static boolean isMerge(Entry entry) {
        return entry.key().plain() && entry.key().text().equals(MERGE);
    }

    /** What {@code <<} brings: of several mappings the first that has a key wins. */
    private static Map<String, RecipeValue> merged(YamlNode value) {
        Map<String, RecipeValue> merged = new LinkedHashMap<>();
        for (YamlNode source : value.asList()) {
            if (!(source instanceof Mapping mapping)) {
                throw new InputException(source.at(), "<< merges mappings, and this is none", "");
            }
            section(mapping).entries().forEach(merged::putIfAbsent);
        }
        return merged;
    }
}
