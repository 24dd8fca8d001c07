package org.archirender.conda;

import java.util.List;

/**
 * A platform to build for, in its two spellings: conda's subdir {@code linux-aarch64} and conda-forge's key
 * {@code linux_aarch64}.
 *
 * @param subdir operating system and architecture, joined by a dash
 */
public record Platform(String subdir) {
    /** What can be rendered for: those whose variant files were compared with the ones that conda-smithy writes. */
    public static final List<String> TARGETS =
            List.of("linux-aarch64", "linux-64", "linux-armv7l", "linux-ppc64le", "linux-riscv64", "linux-s390x");

    /** The platform {@code subdir}; an IllegalArgumentException naming it when it has not two parts. */
    public Platform {
        int dash = subdir.indexOf('-');
        if (dash <= 0 || dash == subdir.length() - 1 || subdir.indexOf('-', dash + 1) >= 0) {
            throw new IllegalArgumentException("'" + subdir + "' is no platform such as linux-aarch64");
        }
    }

    /** The platform of a subdir or of a key: both {@code linux-aarch64} and {@code linux_aarch64} will do. */
    public static Platform of(String name) {
        return new Platform(name.indexOf('-') < 0 ? name.replaceFirst("_", "-") : name);
    }

    /** conda-forge's key, {@code linux_aarch64}. */
    public String key() {
        return subdir.replace('-', '_');
    }

    /** The operating system, {@code linux}. */
    public String os() {
        return subdir.substring(0, subdir.indexOf('-'));
    }

    /** The architecture as in the subdir, {@code aarch64}; {@code 64} for x86_64. */
    public String arch() {
        return subdir.substring(subdir.indexOf('-') + 1);
    }

    /** The architecture as {@code uname -m} says it there, {@code x86_64}. */
    public String machine() {
        return switch (arch()) {
            case "64" -> "x86_64";
            case "32" -> "i686";
            default -> arch();
        };
    }

    /** As docker calls it, {@code linux/arm64}. */
    public String docker() {
        return os() + "/"
                + switch (arch()) {
                    case "64" -> "amd64";
                    case "32" -> "386";
                    case "aarch64" -> "arm64";
                    case "armv7l" -> "arm/v7";
                    default -> arch();
                };
    }

    /** The architecture as qemu calls it, as in {@code qemu-arm-static}. */
    public String qemu() {
        return arch().startsWith("armv") ? "arm" : machine();
    }

    @Override
    public String toString() {
        return subdir;
    }
}
