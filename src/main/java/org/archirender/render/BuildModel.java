package org.archirender.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.archirender.conda.Platform;
import org.archirender.forge.BuildMode;
import org.archirender.forge.ForgeConfig;

/** What templates see as {@code build}: how a feedstock's packages are built, and on what. */
final class BuildModel {
    private static final String X86 = "linux-64";

    private BuildModel() {}

    static Map<String, Object> of(ForgeConfig forge, Platform target) {
        BuildMode mode = forge.mode(target.key());
        Platform container = Platform.of(forge.buildPlatform(target.key()));
        Map<String, Object> build = new LinkedHashMap<>();
        build.put("mode", mode.word());
        build.put("platform", container.subdir());
        build.put("machine", container.machine());
        build.put("docker", container.docker());
        build.put("runner", runner(mode == BuildMode.EMULATED ? X86 : container.subdir()));
        build.put("image", forge.fallbackImage(target.key()));
        build.put("tool", forge.condaBuildTool());
        build.put("recipe", forge.recipeDir());
        return build;
    }

    /** The labels of a machine of {@code subdir}: GitHub's, RISE's, or what a machine of one's own registers with. */
    private static List<String> runner(String subdir) {
        return switch (subdir) {
            case X86 -> List.of("ubuntu-latest");
            case "linux-aarch64" -> List.of("ubuntu-24.04-arm");
            case "linux-riscv64" -> List.of("ubuntu-24.04-riscv");
            default -> List.of("self-hosted", "linux", new Platform(subdir).arch());
        };
    }
}
