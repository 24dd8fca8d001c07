package org.archirender.overlay.recipe;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * The keys of recipes that an overlay may create: conda-build's {@code FIELDS} and those of recipe.yaml's schema, as far
 * as ports touch them. Others are not wrong, only not known.
 */
final class KnownRecipeKeys {
    private static final List<String> SECTIONS = words("""
            about app build context extra outputs package requirements source test tests
            """);

    private static final List<String> KEYS = words("""
            activate_in_script always_copy_files always_include_files binary_has_prefix_files
            binary_relocation build commands depends description detect_binary_files_with_prefix
            dev_url disable_pip doc_source_url doc_url downstreams dynamic_linking entry_points
            error_overlinking features feedstock-name files filename fn folder force_ignore_keys
            force_use_keys git_rev git_tag git_url has_prefix_files home homepage host
            ignore_run_exports ignore_run_exports_from ignore_prefix_files ignore_version imports
            include_recipe license license_family license_file license_url md5 merge_build_host
            missing_dso_whitelist msvc_compiler name no_link noarch number osx_is_app
            overlinking_ignore_patterns patches path pin_depends prefix_detection preserve_egg_dir
            python_site_packages_path recipe-maintainers repository requires rpaths run
            run_constrained run_constraints run_exports runpath_whitelist script script_env sha1
            sha256 skip skip_compile_pyc source_files string summary target_directory track_features
            type url use_gitignore use_keys variant version
            """);

    private KnownRecipeKeys() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** Whether it is a section of a recipe. */
    static boolean isSection(String key) {
        return SECTIONS.contains(key);
    }

    /** Whether it is a variable of a script's environment in a recipe.yaml, or what is missing of the way there. */
    static boolean isEnvironment(List<String> missing) {
        List<String> above = missing.subList(0, missing.size() - 1);
        return above.equals(List.of("env")) || above.equals(List.of("script", "env"));
    }

    /** The known key that an unknown one is misspelt from, by two letters at most: {@code hoste} → {@code host}. */
    static Optional<String> misspelt(String key) {
        if (KEYS.contains(key) || SECTIONS.contains(key)) {
            return Optional.empty();
        }
        LevenshteinDistance distance = new LevenshteinDistance(key.length() < 4 ? 1 : 2);
        return KEYS.stream()
                .filter(known -> distance.apply(key, known) >= 0)
                .min(Comparator.comparingInt(known -> distance.apply(key, known)));
    }
}
