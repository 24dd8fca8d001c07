package org.archirender.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.archirender.conda.Platform;
import org.archirender.conda.VariantValue;
import org.archirender.forge.BuildMode;
import org.archirender.forge.ForgeConfig;
import org.archirender.overlay.Settings;
import org.archirender.problem.Problem;
import org.archirender.variant.VariantFile;
import org.archirender.yaml.YamlNode.Mapping;

/** The images that variants are built in, and the machines that run them. */
final class BuildImage {
    /** conda-forge's images of a time when one kind of machine needed no name. */
    private static final Pattern X86 = Pattern.compile("condaforge/linux-anvil(-comp7|-cuda)?(?=[:@]|$)");

    private BuildImage() {}

    /**
     * What can't run: {@code files} whose image is for other machines than those that build.
     *
     * @param settings the package's, with the port's
     */
    static List<Problem> wrongWith(List<VariantFile> files, Mapping settings, ForgeConfig forge, Platform target) {
        BuildMode mode = forge.mode(target.key());
        Platform on = Platform.of(forge.buildPlatform(target.key()));
        String fix = "name an image for " + on.machine()
                + (mode == BuildMode.CROSS
                        ? ", or take build_platform out of conda-forge.yml"
                        : ": settings: {docker: {image: …}} in port.yaml or overlay.yaml, or docker_image in the pins");
        Map<VariantValue, List<String>> variants = new LinkedHashMap<>();
        for (VariantFile file : files) {
            image(file, settings)
                    .ifPresent(image -> variants.computeIfAbsent(image, key -> new ArrayList<>())
                            .add(file.name()));
        }
        List<Problem> problems = new ArrayList<>();
        variants.forEach((image, names) -> of(image.text())
                .filter(machine -> !machine.equals(on.machine()))
                .ifPresent(machine -> problems.add(new Problem(
                        image.at(),
                        "%s is built on %s%s, and its image %s is for %s"
                                .formatted(names.get(0), on, others(names), image.text(), machine),
                        fix))));
        return problems;
    }

    private static String others(List<String> names) {
        return names.size() == 1 ? "" : " (as %d others are)".formatted(names.size() - 1);
    }

    private static Optional<VariantValue> image(VariantFile file, Mapping settings) {
        return Settings.image(settings)
                .map(image -> new VariantValue(image.text(), image.at()))
                .or(() -> file.values().getOrDefault("docker_image", List.of()).stream()
                        .findFirst());
    }

    /**
     * For which machines an image is, by its name: {@code quay.io/condaforge/linux-anvil-aarch64:alma9} → aarch64.
     *
     * <p>The machine as {@code uname -m} says it there; empty where the name says none.
     */
    static Optional<String> of(String image) {
        return Stream.of(image.toLowerCase(Locale.ROOT).split("[/:.@-]", -1))
                .flatMap(word -> said(word).stream())
                .findFirst()
                .or(() -> X86.matcher(image).find() ? Optional.of("x86_64") : Optional.empty());
    }

    private static Optional<String> said(String word) {
        return switch (word) {
            case "x86_64", "amd64" -> Optional.of("x86_64");
            case "aarch64", "arm64", "arm64v8" -> Optional.of("aarch64");
            case "armv7l", "arm32v7" -> Optional.of("armv7l");
            case "ppc64le", "s390x", "riscv64" -> Optional.of(word);
            default -> Optional.empty();
        };
    }
}
