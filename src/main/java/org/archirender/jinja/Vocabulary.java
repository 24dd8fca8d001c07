package org.archirender.jinja;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.archirender.python.syntax.Expression;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** The names of Jinja's own filters and tests. */
final class Vocabulary {
    private static final Set<String> FILTERS = words(
            "abs attr batch capitalize center count d default dictsort e escape filesizeformat first float forceescape"
                    + " format groupby indent int join last length list lower items map min max pprint random reject"
                    + " rejectattr replace reverse round safe select selectattr slice sort string striptags sum title"
                    + " trim truncate unique upper urlencode urlize wordcount wordwrap xmlattr tojson");

    private static final Set<String> TESTS = words(
            "odd even divisibleby defined undefined filter test none boolean false true integer float lower upper string"
                    + " mapping number sequence iterable callable sameas escaped in == eq equalto != ne > gt greaterthan"
                    + " ge >= < lt lessthan <= le");

    private Vocabulary() {}

    private static Set<String> words(String words) {
        return new HashSet<>(Arrays.asList(words.split(" ")));
    }

    static boolean isFilter(String name) {
        return FILTERS.contains(name);
    }

    static boolean isTest(String name) {
        return TESTS.contains(name);
    }

    /** Refuses a filter or test that no Jinja has. */
    static void check(Expression use) {
        if (use instanceof Expression.Filter filter && !isFilter(filter.name())) {
            throw noFilter(filter.name()).at(filter.offset());
        }
        if (use instanceof Expression.Test test && !isTest(test.name())) {
            throw noTest(test.name()).at(test.offset());
        }
    }

    static PythonException noFilter(String name) {
        return new PythonException(PythonError.SYNTAX, "no filter named '" + name + "'");
    }

    static PythonException noTest(String name) {
        return new PythonException(PythonError.SYNTAX, "no test named '" + name + "'");
    }
}
