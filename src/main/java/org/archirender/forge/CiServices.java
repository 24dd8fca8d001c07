package org.archirender.forge;

import java.util.List;
import java.util.stream.Stream;
import org.archirender.text.NearMiss;

/** Which CI service a word under {@code provider:} means (conda-smithy 2026.8, DEFAULT_PROVIDERS, NATIVE_CI_PROVIDER). */
final class CiServices {
    private static final String DEFAULT = "github_actions";

    /** Those that conda-smithy renders for; a platform that is given to any other name is rendered by nobody. */
    private static final List<String> KNOWN =
            List.of("appveyor", "azure", "circle", "drone", "github_actions", "travis", "woodpecker");

    /** What else may stand there; the last two switch a platform off. */
    private static final List<String> WORDS = List.of("default", "emulated", "native", "None", "");

    private CiServices() {}

    /** Services by name; words that name none, such as {@code None} or a misspelt one, are left out. */
    static List<String> resolve(String platform, List<String> written) {
        return written.stream()
                .map(word -> switch (word) {
                    case "default", "emulated" -> byDefault(platform);
                    case "native" -> byNature(platform);
                    default -> word;
                })
                .filter(KNOWN::contains)
                .toList();
    }

    /** Of {@code written} each that is neither a service nor another word with a meaning, as in {@code 'gitlab'}. */
    static List<String> unknown(List<String> written) {
        List<String> words = words();
        return written.stream()
                .filter(word -> !words.contains(word) && !word.isEmpty())
                .map(word -> NearMiss.behind("'" + word + "', which is no provider", NearMiss.of(word, words)))
                .toList();
    }

    /** Every word with a meaning. */
    static List<String> words() {
        return Stream.of(KNOWN, WORDS)
                .flatMap(List::stream)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What builds {@code platform} where the file does not say. */
    static List<String> unsaid(String platform) {
        return switch (platform) {
            case "linux_64", "osx_64", "win_64" -> List.of("default");
            default -> List.of();
        };
    }

    private static String byDefault(String platform) {
        return switch (platform) {
            case "osx_64", "osx_arm64" -> "azure";
            default -> DEFAULT;
        };
    }

    /**
     * Whether what is {@code written} for {@code platform} is built on a machine of that platform: one of GitHub's or
     * RISE's, or the porter's own where they say {@code native}.
     */
    static boolean isNative(String platform, List<String> written) {
        return switch (platform) {
            case "linux_64", "linux_aarch64" -> true;
            case "linux_riscv64" -> written.contains("native") || written.contains(DEFAULT);
            default -> written.contains("native");
        };
    }

    /** Empty where no service has such machines; those for riscv64 are RISE's. */
    private static String byNature(String platform) {
        return switch (platform) {
            case "linux_64", "linux_aarch64", "linux_riscv64", "win_64", "win_arm64" -> "github_actions";
            case "osx_64", "osx_arm64" -> "azure";
            case "linux_ppc64le", "linux_s390x" -> "travis";
            default -> "";
        };
    }
}
