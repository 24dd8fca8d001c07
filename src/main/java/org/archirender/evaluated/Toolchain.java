package org.archirender.evaluated;

import org.archirender.conda.DefaultVariant;

/** The packages that {@code compiler()}, {@code stdlib()} and {@code cdt()} stand for. */
final class Toolchain {
    private final RecipeContext context;

    Toolchain(RecipeContext context) {
        this.context = context;
    }

    /**
     * conda-build's {@code _target}: the variant's package for a language, the target platform, and a version that gets
     * {@code .*} where it is a plain one.
     *
     * @param component {@code compiler} or {@code stdlib}
     */
    String spec(String component, String language) {
        String key = language + "_" + component;
        String fallback = DefaultVariant.compilers(context.target()).getOrDefault(key, language);
        String spec = context.variant(key, fallback) + "_"
                + context.variant("target_platform", context.target().subdir());
        String version = context.variant(key + "_version", "");
        if (version.isEmpty()) {
            return spec;
        }
        return spec + " " + version + (isPlain(version) ? ".*" : "");
    }

    /** Word characters, dots and dashes, with no operator or star, and no build string after it. */
    private static boolean isPlain(String version) {
        return version.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
    }

    /** conda-build's {@code cdt}: a package of the core distribution, with that and its architecture in the name. */
    String coreDependency(String spec) {
        String arch = context.target().arch();
        boolean old = arch.equals("64") || arch.equals("32");
        String machine = old ? (arch.equals("64") ? "x86_64" : "i686") : arch;
        String suffix =
                "-" + context.variant("cdt_name", old ? "cos6" : "cos7") + "-" + context.variant("cdt_arch", machine);
        int blank = spec.indexOf(' ');
        return blank < 0 ? spec + suffix : spec.substring(0, blank) + suffix + spec.substring(blank);
    }
}
