package org.archirender.evaluated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.archirender.conda.Platform;
import org.archirender.jinja.Template;
import org.archirender.problem.InputException;
import org.archirender.python.library.Python;
import org.archirender.python.value.Limits;
import org.archirender.tree.FileTree;
import org.junit.jupiter.api.Test;

/** Dates in recipes, checked against what Python 3.11 prints in the C locale. */
class DateValueTest {
    private static String print(String expression) {
        return render("{{ " + expression + " }}");
    }

    private static String render(String template) {
        RecipeContext context = new RecipeContext(
                Platform.of("linux-aarch64"), new TreeMap<>(), new TreeMap<>(), "", "", "", FileTree.empty());
        try {
            return Template.parse(template, "meta.yaml").render(RecipeGlobals.of(context), Limits.RECIPE);
        } catch (InputException e) {
            return "! " + e.problems().get(0).message().replace("template: ", "");
        }
    }

    /** Rows of a text, its format and the date. */
    private static void parses(String table) {
        Python.check(table, row -> print("datetime.datetime.strptime(" + row + ")"));
    }

    private static void prints(String table) {
        Python.check(
                table,
                format -> print(
                        "datetime.datetime.strptime('20240829 070503', '%Y%m%d %H%M%S').strftime(" + format + ")"));
    }

    @Test
    void aVersionThatIsADateIsReadAndWrittenOtherwise() {
        assertThat(print(
                        "'{:%Y.%m.%d}'.format(datetime.datetime.strptime('stable_29Aug2024'.split('_')[1], '%d%b%Y'))"))
                .isEqualTo("2024.08.29");
    }

    @Test
    void textsAreReadByTheirFormat() {
        parses("""
                '2024-08-29', '%Y-%m-%d'         => 2024-08-29 00:00:00
                '29Aug2024', '%d%b%Y'            => 2024-08-29 00:00:00
                '29aUG2024', '%d%b%Y'            => 2024-08-29 00:00:00
                '3 February 2023', '%d %B %Y'    => 2023-02-03 00:00:00
                '3   May 2023', '%d %B %Y'       => 2023-05-03 00:00:00
                '1/2/99', '%d/%m/%y'             => 1999-02-01 00:00:00
                '1/2/68', '%d/%m/%y'             => 2068-02-01 00:00:00
                '23:59:07', '%H:%M:%S'           => 1900-01-01 23:59:07
                '2024.1', '%Y.%m'                => 2024-01-01 00:00:00
                '2024', '%Y'                     => 2024-01-01 00:00:00
                '100%2024', '100%%%Y'            => 2024-01-01 00:00:00
                '29.2.2024', '%d.%m.%Y'          => 2024-02-29 00:00:00
                """);
    }

    @Test
    void textsOfAnotherFormatAreErrors() {
        parses("""
                '2024-08', '%Y-%m-%d'            => ! ValueError: time data '2024-08' does not match format '%Y-%m-%d'
                '2024-08-29x', '%Y-%m-%d'        => ! ValueError: time data '2024-08-29x' does not match format '%Y-%m-%d'
                'x2024', '%Y'                    => ! ValueError: time data 'x2024' does not match format '%Y'
                '2024x08', '%Y.%m'               => ! ValueError: time data '2024x08' does not match format '%Y.%m'
                '31.2.2024', '%d.%m.%Y'          => ! ValueError: day is out of range for month
                '29.2.2023', '%d.%m.%Y'          => ! ValueError: day is out of range for month
                '0024', '%Y'                     => ! not supported: a year before 1000
                '12', '%j'                       => ! not supported: the directive %j of strptime()
                '12', '%'                        => ! not supported: the directive %  of strptime()
                5, '%Y'                          => ! TypeError: strptime() needs a text, not int
                """);
    }

    @Test
    void datesAreWrittenByDirectives() {
        prints("""
                '%Y-%m-%d %H:%M:%S'      => 2024-08-29 07:05:03
                '%y%j'                   => 24242
                '%b %B'                  => Aug August
                '%a %A'                  => Thu Thursday
                '100%%'                  => 100%
                'plain'                  => plain
                '%Q'                     => ! not supported: the directive %Q of strftime()
                '%-d'                    => ! not supported: the directive %- of strftime()
                """);
    }

    @Test
    void datesHaveParts() {
        Python.check(
                """
                d.year ~ '-' ~ d.month   => 2024-8
                d.day                    => 29
                d.hour + d.minute + d.second => 15
                '{:%d}'.format(d)        => 29
                '{}'.format(d)           => 2024-08-29 07:05:03
                d == d                   => True
                d - d                    => ! not supported: the operator '-' of a datetime
                d < d                    => ! not supported: the operator '<' of a datetime
                d.isoformat()            => ! not supported: the attribute 'isoformat' of a datetime
                """,
                expression -> render("{% set d = datetime.datetime.strptime('20240829070503', '%Y%m%d%H%M%S') %}{{ "
                        + expression + " }}"));
    }

    @Test
    void whatReadsTheClockIsRefused() {
        for (String use : new String[] {
            "datetime.datetime.now()",
            "datetime.datetime.utcnow()",
            "datetime.datetime.today()",
            "datetime.date.today()"
        }) {
            assertThat(print(use))
                    .isEqualTo(
                            "! not supported: " + use.replace("()", "")
                                    + " reads the clock, so that no two renderings would be the same; write the value into the recipe");
        }
    }

    @Test
    void theRestOfTheModuleIsNotSupported() {
        Python.check("""
                datetime.timedelta(1)    => ! not supported: datetime.timedelta
                datetime.datetime(2024, 1, 1) => ! not supported: calling datetime.datetime()
                datetime.datetime.fromisoformat('2024-01-01') => ! not supported: datetime.datetime.fromisoformat
                datetime.date(2024, 1, 1) => ! not supported: calling datetime.date()
                """, DateValueTest::print);
    }
}
