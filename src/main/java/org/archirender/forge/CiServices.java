package org.archirender.forge;

import java.util.List;

/** Which CI service a word under {@code provider:} means (conda-smithy 2026.8, DEFAULT_PROVIDERS, NATIVE_CI_PROVIDER). */
final class CiServices {
    private static final String DEFAULT = "github_actions";

    private CiServices() {}

    /** Services by name; words that name none, such as {@code None}, are left out. */
    static List<String> resolve(String platform, List<String> written) {
        return written.stream()
                .map(word -> switch (word) {
                    case "default", "emulated" -> byDefault(platform);
                    case "native" -> byNature(platform);
                    default -> word;
                })
                .filter(service -> !service.equals("None") && !service.isEmpty())
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

    /** Empty where no service has such machines. */
    private static String byNature(String platform) {
        return switch (platform) {
            case "linux_64", "linux_aarch64", "win_64", "win_arm64" -> "github_actions";
            case "osx_64", "osx_arm64" -> "azure";
            case "linux_ppc64le", "linux_s390x" -> "travis";
            default -> "";
        };
    }
}
