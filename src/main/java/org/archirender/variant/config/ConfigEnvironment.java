package org.archirender.variant.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.archirender.conda.DefaultVariant;
import org.archirender.conda.Platform;
import org.archirender.forge.ForgeConfig;
import org.archirender.python.library.Scope;
import org.archirender.python.value.PyValue;
import org.archirender.selector.SelectorNames;

/**
 * What the selectors of variant configs and migrations see.
 *
 * @param target platform that is built for; selectors take it for the build platform as well, even where another one
 *     builds
 * @param variables environment variables, as in {@code CF_CUDA_ENABLED} to {@code True}; visible as {@code environ},
 *     {@code os.environ} and as names
 */
public record ConfigEnvironment(Platform target, SortedMap<String, String> variables) {
    private static final Pattern CUDA =
            Pattern.compile("^[^#\\n\\r]*compiler\\((?:\"cuda\"|'cuda')\\)", Pattern.MULTILINE);

    /** CI services in the order in which conda-smithy renders for them. */
    private static final List<String> SERVICES =
            List.of("circle", "travis", "appveyor", "azure", "drone", "woodpecker", "github_actions");

    public ConfigEnvironment {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    /**
     * The environment that conda-smithy sets for a feedstock.
     *
     * @param recipe text of meta.yaml, of which only the use of the cuda compiler counts
     */
    public static ConfigEnvironment of(Platform target, ForgeConfig forge, String recipe) {
        TreeMap<String, String> variables = new TreeMap<>();
        variables.put("CONFIG_VERSION", forge.configVersion());
        variables.put("BUILD_PLATFORM", forge.buildPlatform(target.key()).replace('_', '-'));
        variables.put("CF_COMPILER_STACK", forge.compilerStack());
        variables.put("CF_MIN_PY_VER", forge.minPyVer());
        variables.put("CF_MAX_PY_VER", forge.maxPyVer());
        variables.put("CF_MIN_R_VER", forge.minRVer());
        variables.put("CF_MAX_R_VER", forge.maxRVer());
        osVersion(target, forge).ifPresent(version -> variables.put("DEFAULT_LINUX_VERSION", version));
        if (CUDA.matcher(recipe).find()) {
            variables.put("CF_CUDA_ENABLED", "True");
        }
        return new ConfigEnvironment(target, variables);
    }

    /**
     * The {@code os_version} that counts for {@code target}: its own, else that of the last platform before it.
     * conda-smithy renders service by service and platform by platform, and never takes a variable back.
     */
    private static Optional<String> osVersion(Platform target, ForgeConfig forge) {
        SortedSet<String> platforms = new TreeSet<>(forge.osVersion().keySet());
        platforms.removeIf(platform -> !platform.startsWith("linux_"));
        platforms.add(target.key());
        Optional<String> latest = Optional.empty();
        Optional<String> found = forge.osVersion(target.key());
        for (String service : SERVICES) {
            for (String platform : platforms) {
                if (forge.providers(platform).contains(service)) {
                    Optional<String> earlier = latest;
                    latest = forge.osVersion(platform).or(() -> earlier);
                    found = platform.equals(target.key()) ? latest : found;
                }
            }
        }
        return found;
    }

    /** The names that selectors see: no variant key is among them yet, but what the default languages imply is. */
    Scope scope() {
        return Scope.of(names());
    }

    /** The same by name. */
    Map<String, PyValue> names() {
        Map<String, PyValue> names = SelectorNames.of(target, target, DefaultVariant.languages(), variables);
        List.of("python", "numpy", "perl", "r_base").forEach(names::remove);
        return names;
    }
}
