package org.archirender.forge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.archirender.problem.InputException;

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
 * @param fallbackImage {@code docker.fallback_image}, for variants that name no docker_image
 * @param recipeDir where meta.yaml stands; {@code recipe} in every usual feedstock
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
        String fallbackImage,
        String recipeDir,
        Map<String, Object> values) {

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
     * The CI services that build packages for {@code target}, {@code default}, {@code emulated} and {@code native}
     * resolved; empty where none does. It is the build platform's provider that counts (conda-smithy,
     * {@code _get_platforms_of_provider}).
     */
    public List<String> providers(String target) {
        String platform = buildPlatform(target);
        String system = platform.substring(0, Math.max(0, platform.indexOf('_')));
        if (platform.endsWith("_64")
                && !provider.getOrDefault(system, List.of()).isEmpty()) {
            return services(system, provider.getOrDefault(system, List.of()));
        }
        boolean builtUnsaid = List.of("linux_64", "osx_64", "win_64").contains(platform);
        return services(platform, provider.getOrDefault(platform, builtUnsaid ? List.of("default") : List.of()));
    }

    /**
     * Which services words under {@code provider:} mean (conda-smithy 2026.8, DEFAULT_PROVIDERS, NATIVE_CI_PROVIDER);
     * words that name none, such as {@code None}, are left out.
     */
    private static List<String> services(String platform, List<String> written) {
        return written.stream()
                .map(word -> switch (word) {
                    case "default", "emulated" -> platform.matches("osx_64|osx_arm64") ? "azure" : "github_actions";
                    case "native" -> ofItsKind(platform);
                    default -> word;
                })
                .filter(service -> !service.equals("None") && !service.isEmpty())
                .toList();
    }

    /** The service with machines of that platform; empty where none has. */
    private static String ofItsKind(String platform) {
        return switch (platform) {
            case "linux_64", "linux_aarch64", "win_64", "win_arm64" -> "github_actions";
            case "osx_64", "osx_arm64" -> "azure";
            case "linux_ppc64le", "linux_s390x" -> "travis";
            default -> "";
        };
    }

    /** Whether anything is rendered for {@code target}. */
    public boolean builds(String target) {
        return !providers(target).isEmpty();
    }

    /** The platform that packages for {@code target} are built on; itself unless they are cross-compiled. */
    public String buildPlatform(String target) {
        return buildPlatform.getOrDefault(target, target);
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
