package org.archirender.forge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.archirender.conda.FeedstockLayout;
import org.archirender.problem.InputException;
import org.archirender.text.NearMiss;
import org.archirender.tree.FileTree;
import org.archirender.tree.TreeFile;
import org.archirender.tree.TreePath;

/**
 * What a feedstock's conda-forge.yml says, with conda-smithy's defaults for what it leaves out. Platforms are
 * conda-forge's keys, such as {@code linux_aarch64}. A null value counts as left out, except for a provider.
 *
 * @param provider platform, or {@code linux}, {@code osx}, {@code win}, to CI services as written; an empty list where
 *     the file says null
 * @param buildPlatform target to the platform that it is built on, where that is another one
 * @param osVersion platform to the version of its image's system, such as {@code cos7}
 * @param noarchPlatforms where noarch packages are built; {@code linux_64} unless said otherwise
 * @param compilerStack such as {@code comp7}; selectors in pinnings see it as {@code CF_COMPILER_STACK}
 * @param minPyVer with {@code maxPyVer}, {@code minRVer} and {@code maxRVer}: without a dot, such as {@code 37}
 * @param configVersion selectors see it as {@code CONFIG_VERSION}
 * @param fallbackImage {@code docker.fallback_image}
 * @param condaBuildTool {@code conda-build}, or {@code rattler-build}, whose recipe is recipe.yaml
 * @param recipeDir where the recipe stands; {@code recipe} in every usual feedstock
 * @param values the whole file as plain data, as templates see it
 */
public record ForgeConfig(
        SortedMap<String, List<String>> provider,
        SortedMap<String, String> buildPlatform,
        SortedMap<String, String> osVersion,
        List<String> noarchPlatforms,
        String compilerStack,
        String minPyVer,
        String maxPyVer,
        String minRVer,
        String maxRVer,
        String configVersion,
        Optional<String> fallbackImage,
        String condaBuildTool,
        String recipeDir,
        Map<String, Object> values) {
    /** conda-smithy's default of {@code docker.fallback_image}. */
    private static final String X86_IMAGE = "quay.io/condaforge/linux-anvil-comp7";

    /** A platform that conda-forge has, or a system. */
    private static final Pattern PLATFORM = Pattern.compile(
            "(linux|osx|win)(_64)?|linux_(32|aarch64|armv6l|armv7l|ppc64|ppc64le|riscv64|s390x)|(osx|win)_arm64|win_32");

    /**
     * The view of {@code text}, which may be empty as in a feedstock without a conda-forge.yml.
     *
     * @param file its name in messages
     * @throws InputException with every key whose value has the wrong shape, at its place
     */
    public static ForgeConfig read(String text, String file) {
        return new ForgeConfigReader(text, file).read();
    }

    /**
     * Where the recipe of {@code feedstock} is, as its conda-forge.yml says; where that can't be read, where it is
     * usually.
     */
    public static String recipeDir(FileTree feedstock) {
        return of(feedstock).map(ForgeConfig::recipeDir).orElse(FeedstockLayout.RECIPE);
    }

    /**
     * {@code folder} as a build of {@code feedstock} sees it, whose recipe folder it is: of meta.yaml and recipe.yaml, where
     * both are there, without the one that {@code conda_build_tool} passes over.
     */
    public static FileTree builtRecipe(FileTree feedstock, FileTree folder) {
        boolean both = folder.get(FeedstockLayout.META_YAML).isPresent()
                && folder.get(FeedstockLayout.RECIPE_YAML).isPresent();
        if (!both) {
            return folder;
        }
        boolean isRecipeYaml =
                of(feedstock).filter(ForgeConfig::buildsRecipeYaml).isPresent();
        String other = isRecipeYaml ? FeedstockLayout.META_YAML : FeedstockLayout.RECIPE_YAML;
        return folder.without(TreePath.of(other));
    }

    /** Whether its recipe is recipe.yaml. */
    public boolean buildsRecipeYaml() {
        return condaBuildTool.equals("rattler-build");
    }

    /** That of {@code feedstock}; empty where it can't be read, which is told where it is read for what it says. */
    private static Optional<ForgeConfig> of(FileTree feedstock) {
        try {
            return Optional.of(read(
                    feedstock
                            .get(FeedstockLayout.CONFIG)
                            .filter(file -> file.tooLong("").isEmpty())
                            .flatMap(TreeFile::text)
                            .orElse(""),
                    FeedstockLayout.CONFIG));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /**
     * The CI services that build packages for {@code target}, {@code default}, {@code emulated} and {@code native}
     * resolved; empty where none does. It is the build platform's provider that counts (conda-smithy,
     * {@code _get_platforms_of_provider}).
     */
    public List<String> providers(String target) {
        String key = providerKey(target);
        return CiServices.resolve(key, written(key));
    }

    /** Why nothing is rendered for {@code target}; empty where something is. */
    public Optional<String> absence(String target) {
        if (!providers(target).isEmpty()) {
            return Optional.empty();
        }
        String key = providerKey(target);
        List<String> unknown = CiServices.unknown(written(key));
        if (!unknown.isEmpty()) {
            return Optional.of("conda-forge.yml gives " + key + " to " + String.join("; and to ", unknown));
        }
        String build = buildPlatform(target);
        String why = "conda-forge.yml has no provider for " + build
                + (build.equals(target) ? "" : ", where its build_platform has " + target + " built");
        return Optional.of(NearMiss.behind(why, NearMiss.of(build, strangeKeys())));
    }

    /** The key below {@code provider} that counts for {@code target}. */
    private String providerKey(String target) {
        String platform = buildPlatform(target);
        String system = platform.substring(0, Math.max(0, platform.indexOf('_')));
        boolean ofSystem = platform.endsWith("_64")
                && !provider.getOrDefault(system, List.of()).isEmpty();
        return ofSystem ? system : platform;
    }

    private List<String> written(String key) {
        return Optional.ofNullable(provider.get(key)).orElseGet(() -> CiServices.unsaid(key));
    }

    /** Keys below {@code provider} that are spelt like no platform, such as {@code linux-aarch64}. */
    private List<String> strangeKeys() {
        return provider.keySet().stream()
                .filter(key -> !PLATFORM.matcher(key).matches())
                .toList();
    }

    /** The platform that packages for {@code target} are built on; itself unless they are cross-compiled. */
    public String buildPlatform(String target) {
        return buildPlatform.getOrDefault(target, target);
    }

    /**
     * The image of variants for {@code target} that name no docker_image: the file's own, else conda-smithy's, which
     * is for x86_64; for other machines conda-forge's image of that machine, where there is one.
     */
    public String fallbackImage(String target) {
        if (fallbackImage.isPresent()) {
            return fallbackImage.get();
        }
        String on = buildPlatform(target);
        boolean cross = !on.equals(target);
        return switch (on) {
            case "linux_aarch64", "linux_ppc64le" -> anvil(on, target);
            case "linux_64" -> cross ? anvil("linux_x86_64", target) : X86_IMAGE;
            default -> X86_IMAGE;
        };
    }

    /** conda-forge's image for building on {@code on}: linux_aarch64 → quay.io/condaforge/linux-anvil-aarch64:alma9. */
    private String anvil(String on, String target) {
        return "quay.io/condaforge/" + on.replace("linux_", "linux-anvil-") + ":"
                + osVersion(target).orElse("alma9");
    }

    /** On what kind of machine packages for {@code target} are built. */
    public BuildMode mode(String target) {
        if (!buildPlatform(target).equals(target)) {
            return BuildMode.CROSS;
        }
        return CiServices.isNative(target, written(providerKey(target))) ? BuildMode.NATIVE : BuildMode.EMULATED;
    }

    /** The image's system version for {@code target} where the file sets one: {@code DEFAULT_LINUX_VERSION}. */
    public Optional<String> osVersion(String target) {
        return Optional.ofNullable(osVersion.get(target));
    }

    /** Whether noarch packages are built on {@code target}. */
    public boolean buildsNoarch(String target) {
        return noarchPlatforms.contains(target);
    }
}
