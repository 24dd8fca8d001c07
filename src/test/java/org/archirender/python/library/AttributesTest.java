package org.archirender.python.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Attributes that Python's values have are here, or are refused by their name: never taken for absent. */
class AttributesTest {
    /** All of {@code dir(value)} of Python 3.11 that has no underscores. */
    @Test
    void everyAttributeIsThereOrNamed() {
        thereOrNamed(
                "'a'",
                "capitalize casefold center count encode endswith expandtabs find format format_map "
                        + "index isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric "
                        + "isprintable isspace istitle isupper join ljust lower lstrip maketrans partition "
                        + "removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split "
                        + "splitlines startswith strip swapcase title translate upper zfill");
        thereOrNamed("[1]", "append clear copy count extend index insert pop remove reverse sort");
        thereOrNamed("(1,)", "count index");
        thereOrNamed("{1: 2}", "clear copy fromkeys get items keys pop popitem setdefault update values");
        thereOrNamed(
                "1",
                "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag "
                        + "numerator real to_bytes");
        thereOrNamed("1.5", "as_integer_ratio conjugate fromhex hex imag is_integer real");
        thereOrNamed(
                "True",
                "as_integer_ratio bit_count bit_length conjugate denominator from_bytes imag "
                        + "numerator real to_bytes");
    }

    private static void thereOrNamed(String value, String names) {
        for (String name : names.split(" ", -1)) {
            String outcome = Python.outcome("not (" + value + ")." + name);
            assertThat(outcome.equals("False") || outcome.startsWith("not supported: the method '" + name + "' of a "))
                    .as(value + "." + name + " gives " + outcome)
                    .isTrue();
        }
    }

    @Test
    void whatNoValueHasIsAnAttributeError() {
        Python.check("""
                'a'.foo               => AttributeError
                'a'.append            => AttributeError
                'a'.get               => AttributeError
                [].lower              => AttributeError
                [].get                => AttributeError
                {}.lower              => AttributeError
                {}.append             => AttributeError
                ().append             => AttributeError
                (1).upper             => AttributeError
                (1.5).x               => AttributeError
                True.startswith       => AttributeError
                False.startswith('x') => AttributeError
                None.x                => AttributeError
                None.lower()          => AttributeError
                'a'.foo.bar           => AttributeError
                'a'.upper.x           => AttributeError
                """, Python::outcome);
    }

    @Test
    void specialNamesAreRefused() {
        Python.check("""
                'a'.__class__                        => not supported: the method '__class__' of a str
                [].__class__                         => not supported: the method '__class__' of a list
                {}.__dict__                          => not supported: the method '__dict__' of a dict
                ().__doc__                           => not supported: the method '__doc__' of a tuple
                (1).__class__                        => not supported: the method '__class__' of a int
                None.__class__                       => not supported: the method '__class__' of a NoneType
                True.__and__                         => not supported: the method '__and__' of a bool
                'a'.__len__()                        => 1
                [1, 2].__len__()                     => 2
                (1,).__len__()                       => 1
                {'a': 1}.__len__()                   => 1
                '3.11'.split('.')[-1].__len__() == 2 => True
                (1).__len__                          => not supported: the method '__len__' of a int
                None.__len__                         => not supported: the method '__len__' of a NoneType
                """, Python::outcome);
    }
}
