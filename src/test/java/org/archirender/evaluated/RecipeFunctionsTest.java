package org.archirender.evaluated;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.jinja.Template;
import org.archirender.problem.InputException;
import org.archirender.python.library.Python;
import org.archirender.python.value.Limits;
import org.archirender.tree.FileTree;
import org.archirender.tree.FileTrees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions that conda-build gives recipes. */
class RecipeFunctionsTest {
    private static final Map<String, String> CASES = Map.ofEntries(
            entry("compiler", """
                    compiler('c')            => gcc_linux-aarch64 13.*
                    compiler('cxx')          => gxx_linux-aarch64
                    compiler('fortran')      => gfortran_linux-aarch64
                    compiler('cuda')         => cuda-nvcc_linux-aarch64 12.*
                    compiler('rust')         => rust_linux-aarch64
                    compiler('go')           => go_linux-aarch64
                    compiler(language='c')   => gcc_linux-aarch64 13.*
                    compiler('c', True)      => gcc_linux-aarch64 13.*
                    compiler('c').split('_')[0] => gcc
                    compiler(missing)        => _linux-aarch64
                    compiler()               => ! TypeError: compiler() misses argument 1, 'language'
                    compiler(1)              => ! TypeError: compiler() needs a text, not int
                    compiler('c', 1, 2)      => ! TypeError: compiler() takes 2 arguments but 3 were given
                    """),
            entry("stdlib", """
                    stdlib('c')              => sysroot_linux-aarch64 2.17.*
                    stdlib('cxx')            => cxx_linux-aarch64
                    stdlib('m2w64_c')        => m2w64_c_linux-aarch64
                    stdlib(missing)          => _linux-aarch64
                    stdlib(none)             => ! TypeError: stdlib() needs a text, not NoneType
                    """),
            entry("cdt", """
                    cdt('mesa-libgl-devel')  => mesa-libgl-devel-conda-aarch64
                    cdt('libx11 >=1 2')      => libx11-conda-aarch64 >=1 2
                    cdt(package_name='x')    => x-conda-aarch64
                    cdt()                    => ! TypeError: cdt() misses argument 1, 'package_name'
                    """),
            entry("ccache", """
                    ccache('native')         => ccache
                    ccache()                 => ! TypeError: ccache() misses argument 1, 'method'
                    """),
            entry("pin_compatible", """
                    '[' ~ pin_compatible('numpy') ~ ']' => [numpy ]
                    '[' ~ pin_compatible('numpy', max_pin='x.x') ~ ']' => [numpy ]
                    '[' ~ pin_compatible('a', '1.10', '3.0') ~ ']' => [a ]
                    '[' ~ pin_compatible('a', lower_bound='1.10', upper_bound='3.0', exact=True) ~ ']' => [a ]
                    '[' ~ pin_compatible(missing) ~ ']' => [ ]
                    pin_compatible('a', nosuch=1) => ! TypeError: pin_compatible() got an unexpected keyword argument, one of [nosuch]
                    pin_compatible()         => ! TypeError: pin_compatible() misses argument 1, 'package_name'
                    """),
            entry("pin_subpackage", """
                    pin_subpackage('libfoo') => libfoo
                    pin_subpackage('libfoo', exact=True) => libfoo
                    pin_subpackage('libfoo', min_pin='x.x', max_pin=None) => libfoo
                    pin_subpackage(name ~ '-dev', max_pin='x') => example-dev
                    pin_subpackage(name='a') => ! TypeError: pin_subpackage() misses argument 1, 'subpackage_name'
                    """.replace("name ~ '-dev'", "'example' ~ '-dev'")),
            entry("resolved_packages", """
                    resolved_packages('host') => []
                    resolved_packages('build') => []
                    resolved_packages('run') => ! ValueError: Only host and build dependencies are supported.
                    """),
            entry("load_file_data", """
                    load_file_data('data.json', from_recipe_dir=True) => {'v': [1, 2.5, True, None, 'x']}
                    load_file_data(RECIPE_DIR ~ '/data.json')['v'][1] => 2.5
                    load_file_data('./data.json', from_recipe_dir=True).v[0] => 1
                    load_file_data('data.json', from_recipe_dir=True).get('w', 'none') => none
                    load_file_data('data.yaml', from_recipe_dir=True) => {'a': 1.1, 'b': [True, None, 31, 8, 'no', -5, 0.5, 'text'], 1: 'one'}
                    load_file_data('setup/version.txt', 'yaml', from_recipe_dir=True) => name = x version = '1.2.3'
                    load_file_data('setup/version.txt', fmt='YML', from_recipe_dir=True) => name = x version = '1.2.3'
                    load_file_data('nosuch.json', from_recipe_dir=True) => {}
                    load_file_data('date.yml', from_recipe_dir=True) => ! not supported: the date 2020-01-01 of a YAML file; quote it there
                    load_file_data('setup/version.txt', from_recipe_dir=True) => ! ValueError: Unknown file format: txt. Allowed formats: json, yaml, yml, toml
                    load_file_data('data.json', 'toml', True) => ! not supported: reading data.json as TOML; write the values into the recipe
                    load_file_data('/etc/passwd', from_recipe_dir=True) => ! not supported: load_file_data() of /etc/passwd, which is outside of the recipe
                    load_file_data('../x.json', from_recipe_dir=True) => ! not supported: load_file_data() of ../x.json, which is outside of the recipe
                    load_file_data('a/../../x.json', from_recipe_dir=True) => ! not supported: load_file_data() of a/../../x.json, which is outside of the recipe
                    load_file_data('package.json') => ! not supported: load_file_data() of package.json reads the unpacked source, which is not there when a feedstock is rendered; put the file into the recipe and add from_recipe_dir=True
                    """),
            entry("load_file_regex", """
                    load_file_regex('setup/version.txt', "version = '(.*)'", from_recipe_dir=True).group(1) => 1.2.3
                    load_file_regex('setup/version.txt', "version = '(.*)'", from_recipe_dir=True)[1] => 1.2.3
                    load_file_regex(load_file='setup/version.txt', regex_pattern='n(a)me', from_recipe_dir=True)[0] => name
                    load_file_regex('setup/version.txt', 'n(a)me', True).group() => name
                    load_file_regex('setup/version.txt', 'n(x)?ame', True).group(1) => None
                    load_file_regex('setup/version.txt', '(\\d+)\\.(\\d+)', True).group(2) => 2
                    load_file_regex('setup/version.txt', 'nosuch', True) => None
                    load_file_regex('nosuch', 'a', True) => None
                    load_file_regex('windows.txt', 'v=(.*)', True)[1] ~ '|' => 1.5|
                    load_file_regex('windows.txt', 'name=(.*)', True)[1] ~ '|' => b\u0085c|
                    load_file_regex('windows.txt', '(?s)(v.*)', True)[1] | length => 15
                    load_file_regex('windows.txt', '(\\w+)$', True)[1] => c
                    load_file_regex('setup/version.txt', 'n', True).group(3) => ! LookupError: no such group
                    load_file_regex('setup/version.txt', 'n', True).group('a') => ! LookupError: no such group
                    load_file_regex('setup/version.txt', 'n', True).group(0, 0) => ! TypeError: group() takes 1 arguments but 2 were given
                    load_file_regex('setup/version.txt', 'n', True).span() => ! not supported: the attribute 'span' of a match
                    load_file_regex('setup/version.txt', '(?P<a>n)', True) => ! not supported: groups with names in a regular expression; count them
                    load_file_regex('setup.py', 'x') => ! not supported: load_file_regex() of setup.py reads the unpacked source, which is not there when a feedstock is rendered; put the file into the recipe and add from_recipe_dir=True
                    """),
            entry("load_str_data", """
                    load_str_data('{"a": 1}', 'json')['a'] => 1
                    load_str_data('[1, "x"]', 'JSON') => [1, 'x']
                    load_str_data('a: [1]', 'yaml') => {'a': [1]}
                    load_str_data('', 'yaml')  => None
                    load_str_data(string='5', fmt='yml') => 5
                    load_str_data('a = 1', 'toml') => ! not supported: reading the text as TOML; write the values into the recipe
                    load_str_data('a', 'xml') => ! ValueError: Unknown file format: xml. Allowed formats: json, yaml, yml, toml
                    load_str_data('a')       => ! TypeError: load_str_data() misses argument 2, 'fmt'
                    load_str_data([], 'json') => ! TypeError: load_str_data() needs a text, not list
                    """));

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
                "windows.txt",
                "v=1.5\r\nname=b\u0085c\r\n",
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
            return "! " + e.problems().get(0).message().replace("template: ", "");
        }
    }

    static Set<String> names() {
        return RecipeFunctions.BY_NAME.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesWhatCondaBuildGives(String function) {
        assertThat(CASES).as("no cases of the function '" + function + "'").containsKey(function);
        assertThat(CASES.get(function)).contains(function + "(");
        Python.check(requireNonNull(CASES.get(function)), RecipeFunctionsTest::print);
    }

    @Test
    void compilersAreOfThePlatform() {
        assertThat(render("{{ compiler('cxx') }}", "osx-arm64")).isEqualTo("clangxx_osx-arm64");
        assertThat(render("{{ compiler('c') }}", "osx-64")).isEqualTo("gcc_osx-64 13.*");
        assertThat(render("{{ compiler('cxx') }}", "win-64")).isEqualTo("vs2017_win-64");
        assertThat(render("{{ cdt('libx11') }}", "linux-64")).isEqualTo("libx11-conda-x86_64");
        assertThat(render("{{ cdt('libx11') }}", "linux-32")).isEqualTo("libx11-conda-i686");
    }

    @Test
    void dataThatIsNoneSaysWhy() {
        assertThat(print("load_file_data('bad.json', from_recipe_dir=True)"))
                .startsWith("! ValueError: bad.json is no JSON: ");
        assertThat(print("load_str_data('a: [', 'yaml')")).startsWith("! ValueError: the text is no YAML: ");
        assertThat(print("load_file_regex('setup/version.txt', '(', True)"))
                .startsWith("! ValueError: '(' is no regular expression: ");
    }
}
