package org.archirender.forge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.archirender.conda.FeedstockLayout;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;
import org.archirender.tree.TreePath;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlNode.Entry;
import org.archirender.yaml.YamlNode.Mapping;
import org.archirender.yaml.YamlNode.Scalar;
import org.archirender.yaml.YamlNode.Sequence;
import org.archirender.yaml.YamlReader;

/** Reads the typed view, collecting every value of the wrong shape. */
final class ForgeConfigReader {
    private final Mapping root;
    private final List<Problem> problems = new ArrayList<>();

    ForgeConfigReader(String text, String file) {
        YamlNode node = YamlReader.read(text, file).orElseGet(() -> nothing(Location.of(file)));
        this.root = mapping("the file", Optional.of(node));
    }

    ForgeConfig read() {
        SortedMap<String, List<String>> provider = new TreeMap<>();
        for (Entry entry : mapping("provider", root.get("provider")).entries()) {
            String key = "provider/" + entry.key().text();
            provider.put(entry.key().text(), texts(key, Optional.of(entry.value()), List.of()));
        }
        Mapping docker = mapping("docker", root.get("docker"));
        Map<String, Object> values = PlainValues.of(root);
        ForgeConfig config = new ForgeConfig(
                Collections.unmodifiableSortedMap(provider),
                platforms("build_platform"),
                platforms("os_version"),
                texts("noarch_platforms", root.get("noarch_platforms"), List.of("linux_64")),
                text("compiler_stack", "comp7"),
                text("min_py_ver", "27"),
                text("max_py_ver", "37"),
                text("min_r_ver", "34"),
                text("max_r_ver", "34"),
                text("config_version", "2"),
                fallbackImage(docker),
                text("conda_build_tool", "conda-build"),
                recipeDir(),
                Collections.unmodifiableMap(values));
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return config;
    }

    private Optional<String> fallbackImage(Mapping docker) {
        String image = text("docker/fallback_image", docker.get("fallback_image"), "");
        return image.isEmpty() ? Optional.empty() : Optional.of(image);
    }

    private String recipeDir() {
        String written = text("recipe_dir", FeedstockLayout.RECIPE);
        String folder = written.replaceFirst("^(\\./+)++", "").replaceFirst("/+$", "");
        String wrong = TreePath.wrongWith(folder);
        if (wrong.isEmpty()) {
            return folder;
        }
        Location at = root.get("recipe_dir").map(YamlNode::at).orElse(root.at());
        problems.add(
                new Problem(at, "recipe_dir is '" + written + "', which " + wrong, "name a folder of the feedstock"));
        return FeedstockLayout.RECIPE;
    }

    private SortedMap<String, String> platforms(String key) {
        SortedMap<String, String> found = new TreeMap<>();
        for (Entry entry : mapping(key, root.get(key)).entries()) {
            String value = text(key + "/" + entry.key().text(), Optional.of(entry.value()), "");
            if (!value.isEmpty()) {
                found.put(entry.key().text(), value);
            }
        }
        return Collections.unmodifiableSortedMap(found);
    }

    private String text(String key, String unsaid) {
        return text(key, root.get(key), unsaid);
    }

    private String text(String key, Optional<YamlNode> node, String unsaid) {
        if (node.isEmpty() || node.get().isNull()) {
            return unsaid;
        }
        if (node.get() instanceof Scalar scalar) {
            return scalar.text();
        }
        return wrong(node.get(), key, "a single value", unsaid);
    }

    /** A single value stands for a list of one. */
    private List<String> texts(String key, Optional<YamlNode> node, List<String> unsaid) {
        if (node.isEmpty() || node.get().isNull()) {
            return unsaid;
        }
        if (node.get() instanceof Scalar scalar) {
            return List.of(scalar.text());
        }
        if (!(node.get() instanceof Sequence sequence)) {
            return wrong(node.get(), key, "a value or a list of values", unsaid);
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            texts.add(text(key, Optional.of(item), ""));
        }
        return List.copyOf(texts);
    }

    private Mapping mapping(String key, Optional<YamlNode> node) {
        if (node.isEmpty() || node.get().isNull()) {
            return nothing(node.map(YamlNode::at).orElse(Location.of("")));
        }
        if (node.get() instanceof Mapping mapping) {
            return mapping;
        }
        return wrong(node.get(), key, "a mapping", nothing(node.get().at()));
    }

    private <T> T wrong(YamlNode node, String key, String expected, T instead) {
        problems.add(new Problem(node.at(), key + " has to be " + expected + ", and is " + node.kind()));
        return instead;
    }

    private static Mapping nothing(Location at) {
        return new Mapping(at, List.of());
    }
}
