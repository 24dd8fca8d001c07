package org.archirender.evaluated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.jinja.Template;
import org.archirender.problem.InputException;
import org.archirender.python.library.Python;
import org.archirender.python.value.Limits;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.junit.jupiter.api.Test;

/** What recipes can ask conda-build for. */
class RecipeGlobalsTest {
    private static RecipeContext context(String platform) {
        TreeMap<String, String> variant = new TreeMap<>(Map.ofEntries(
                Map.entry("python", "3.10.* *_cpython"),
                Map.entry("numpy", "1.22"),
                Map.entry("c_compiler", "gcc"),
                Map.entry("c_compiler_version", "13"),
                Map.entry("c_stdlib", "sysroot"),
                Map.entry("c_stdlib_version", "2.17"),
                Map.entry("cuda_compiler", "cuda-nvcc"),
                Map.entry("cuda_compiler_version", "12.*"),
                Map.entry("rust_compiler", "rust"),
                Map.entry("cdt_name", "conda"),
                Map.entry("r_base", "4.4"),
                Map.entry("hdf5", "1.14.6"),
                Map.entry("icu", "78")));
        FileTree recipe = FileTrees.of(
                "data.json",
                "{\"v\": [1, 2.5, true, null, \"x\"]}",
                "data.yaml",
                """
                        a: 1.10
                        b: [yes, ~, 0x1f, 010, 'no', -5, .5, text]
                        1: one
                        """,
                "date.yml",
                "a: 2020-01-01\n",
                "bad.json",
                "{",
                "setup/version.txt",
                "name = x\nversion = '1.2.3'\n");
        TreeMap<String, String> environ = new TreeMap<>(Map.of("CF_CUDA_ENABLED", "True"));
        return new RecipeContext(Platform.of(platform), variant, environ, "example", "1.2", "3", recipe);
    }

    private static String render(String template, String platform) {
        return Template.parse(template, "meta.yaml").render(RecipeGlobals.of(context(platform)), Limits.RECIPE);
    }

    private static String print(String expression) {
        try {
            return render("{{ " + expression + " }}", "linux-aarch64");
        } catch (InputException e) {
            return "! " + e.problems().get(0).message();
        }
    }

    private static void check(String table) {
        Python.check(table, RecipeGlobalsTest::print);
    }

    @Test
    void variantValuesAreTextInTemplates() {
        check("""
                icu                      => 78
                icu is string            => True
                hdf5                     => 1.14.6
                python                   => 3.10.* *_cpython
                py                       => 310
                linux                    => True
                win                      => False
                aarch64                  => True
                nosuch                   =>\s
                """);
    }

    @Test
    void variablesOfTheBuild() {
        check("""
                PYTHON                   => $PYTHON
                PREFIX                   => $PREFIX
                RECIPE_DIR               => $RECIPE_DIR
                PY_VER                   => 3.10
                CONDA_PY                 => 310
                PY3K                     => 1
                NPY_VER                  => 1.22
                CONDA_NPY                => 122
                PERL_VER                 => 5.26
                R_VER                    => 4.4
                LUA_VER                  => 5
                PKG_NAME                 => example
                PKG_VERSION              => 1.2
                PKG_BUILDNUM             => 3
                SUBDIR                   => linux-aarch64
                ARCH                     => aarch64
                SHLIB_EXT                => .so
                BUILD                    => aarch64-conda_conda-linux-gnu
                CONDA_BUILD_STATE        => RENDER
                """);
        assertThat(render("{{ SHLIB_EXT }}", "osx-64")).isEqualTo(".dylib");
        assertThat(render("{{ SHLIB_EXT }}{{ BUILD }}", "win-64")).isEqualTo(".dll");
        assertThat(render("{{ BUILD }}", "linux-ppc64le")).isEqualTo("powerpc64le-conda_conda-linux-gnu");
    }

    /** conda-build has one table of defaults, for templates as for selectors: {@code py} is 310 by it. */
    @Test
    void aVariantThatLacksALanguageHasCondaBuildsDefault() {
        RecipeContext bare = new RecipeContext(
                Platform.of("linux-aarch64"), new TreeMap<>(), new TreeMap<>(), "", "", "", FileTree.empty());
        String template = "{{ PY_VER }} {{ NPY_VER }} {{ PERL_VER }} {{ LUA_VER }} {{ R_VER }} {{ compiler('cxx') }}";
        assertThat(Template.parse(template, "meta.yaml").render(RecipeGlobals.of(bare), Limits.RECIPE))
                .isEqualTo("3.10 1.22 5.26 5 3.5 gxx_linux-aarch64");
    }

    @Test
    void theEnvironmentHasTheBuildAndTheVariant() {
        check("""
                environ.get('CF_CUDA_ENABLED') => True
                os.environ.get('CF_CUDA_ENABLED') => True
                environ['PKG_NAME']      => example
                environ.get('hdf5')      => 1.14.6
                environ.get('python')    => None
                environ.get('GIT_DESCRIBE_TAG', 'none') => none
                os.environ.get('PREFIX') => None
                """);
    }

    @Test
    void whatNeedsTheUnpackedSourceSaysSo() {
        for (String use : new String[] {
            "load_setup_py_data()",
            "load_setup_py_data().get('version')",
            "load_npm()",
            "GIT_DESCRIBE_TAG",
            "GIT_FULL_HASH[:7]",
            "'a' ~ GIT_DESCRIBE_NUMBER",
            "load_file_data('package.json')",
            "load_file_regex('setup.py', 'x')"
        }) {
            assertThat(print(use)).as(use).contains("not supported: ").contains("reads the unpacked source");
        }
        assertThat(render("{% if win %}{{ load_setup_py_data() }}{% endif %}", "linux-64"))
                .isEmpty();
    }

    @Test
    void whatReadsTheClockSaysSo() {
        for (String use :
                new String[] {"datetime.datetime.now().isoformat()", "time.time()", "time", "1 - time.time"}) {
            assertThat(print(use)).as(use).contains("reads the clock");
        }
    }

    @Test
    void valuesThatAreNoFunctions() {
        check("""
                installed                => {}
                installed.get('a')       => None
                os.sep                   => /
                environment.x()          => ! template: not supported: environment.x is Jinja's own environment, which recipes have no business with
                datetime.x               => ! template: not supported: datetime.x
                HG_BRANCH                => ! template: not supported: HG_BRANCH reads the unpacked source, which is not there when a feedstock is rendered; write the value into the recipe
                GIT_NOSUCH               =>\s
                """);
    }
}
