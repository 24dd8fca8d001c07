package org.archirender.conda;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What conda-build assumes of a variant that does not say it, by variant key ({@code get_default_variant}). Configs and
 * templates that lack a key, and selectors that are read before any config, all see these.
 */
public final class DefaultVariant {
    private static final SortedMap<String, String> LANGUAGES = languageVersions();

    private DefaultVariant() {}

    /**
     * The languages' versions ({@code DEFAULT_VARIANTS}): python, numpy, perl, lua and r_base. conda-build takes the
     * Python that it runs on, and the numpy that goes with it: here those of Python 3.10, so that {@code py} is 310.
     */
    public static SortedMap<String, String> languages() {
        return LANGUAGES;
    }

    private static SortedMap<String, String> languageVersions() {
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("python", "3.10");
        versions.put("numpy", "1.22");
        versions.put("perl", "5.26.2");
        versions.put("lua", "5");
        versions.put("r_base", "3.5");
        return Collections.unmodifiableSortedMap(versions);
    }

    /**
     * The compilers of {@code target}'s operating system ({@code DEFAULT_COMPILERS}), as in {@code c_compiler} →
     * {@code gcc}; none where conda-build has none for it.
     */
    public static SortedMap<String, String> compilers(Platform target) {
        return switch (target.os()) {
            case "linux" -> compilers("gcc", "gxx");
            case "osx" -> compilers("clang", "clangxx");
            case "win" -> {
                SortedMap<String, String> compilers = compilers("vs2017", "vs2017");
                compilers.put("vc", "14");
                yield compilers;
            }
            default -> new TreeMap<>();
        };
    }

    private static SortedMap<String, String> compilers(String c, String cxx) {
        SortedMap<String, String> compilers = new TreeMap<>();
        compilers.put("c_compiler", c);
        compilers.put("cxx_compiler", cxx);
        compilers.put("fortran_compiler", "gfortran");
        return compilers;
    }
}
