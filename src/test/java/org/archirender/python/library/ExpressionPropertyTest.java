package org.archirender.python.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;

class ExpressionPropertyTest {
    @Property
    void anyTextIsAnExpressionOrOurError(@ForAll("texts") String text) {
        assertThat(Python.outcome(text)).isNotNull();
    }

    @Property
    void whatAStringPrintsReadsAsTheString(@ForAll String text) {
        String clean = text.codePoints()
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String printed = new PyStr(clean).repr();
        assertThat(Python.outcome(printed))
                .satisfiesAnyOf(
                        read -> assertThat(read).isEqualTo(printed),
                        read -> assertThat(read).startsWith("not supported: the escape '\\"));
    }

    @Property
    void whatAFloatPrintsReadsAsTheFloat(@ForAll double number) {
        String printed = new PyFloat(Math.abs(number)).repr();
        assertThat(Python.eval("float('" + printed + "')")).isEqualTo(printed);
        assertThat(Double.parseDouble(printed)).isEqualTo(Math.abs(number));
    }

    @Property
    void floorDivisionAndRemainderGoTogether(@ForAll int a, @ForAll int b) {
        if (b != 0) {
            BigInteger quotient = new BigInteger(Python.eval("(" + a + ") // (" + b + ")"));
            BigInteger rest = new BigInteger(Python.eval("(" + a + ") % (" + b + ")"));
            assertThat(quotient.multiply(BigInteger.valueOf(b)).add(rest)).isEqualTo(BigInteger.valueOf(a));
            assertThat(rest.signum() * Integer.signum(b)).isNotNegative();
        }
    }

    @Property
    void splittingAndJoiningAreInverse(
            @ForAll @Size(max = 5) List<@net.jqwik.api.constraints.AlphaChars String> parts) {
        if (!parts.isEmpty()) {
            String joined = String.join("-", parts);
            PyValue list = PyList.ofStrings(parts);
            assertThat(Python.eval("'" + joined + "'.split('-')")).isEqualTo(list.repr());
            assertThat(Python.eval("'" + joined + "'.rsplit('-')")).isEqualTo(list.repr());
        }
    }

    @Property
    void sortingKeepsTheOrderOfEquals(@ForAll @Size(max = 20) List<Boolean> flags) {
        List<PyValue> items = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            items.add(PyTuple.of(PyBool.of(flags.get(i)), PyInt.of(i)));
        }
        List<PyValue> sorted =
                Sorting.sorted(items, false, item -> ((PyTuple) item).items().get(0));
        List<PyValue> whole = Sorting.sorted(items, false, item -> item);
        assertThat(sorted).isEqualTo(whole);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> word = Arbitraries.of(
                "a",
                "1",
                "1.5",
                "'x'",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                ",",
                ":",
                ".",
                "+",
                "-",
                "*",
                "**",
                "/",
                "//",
                "%",
                "<",
                "<=",
                "==",
                "=",
                "!",
                "and",
                "or",
                "not",
                "in",
                "is",
                "if",
                "else",
                "lambda",
                "None",
                " ",
                "\n",
                "\\",
                "'",
                "\"",
                "0x",
                "1e",
                "#",
                "é",
                "😀",
                "int",
                "str",
                ".upper()",
                ".split()",
                "[0]",
                "[1:]",
                "'%s'");
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40), word.list().ofMaxSize(25).map(words -> String.join("", words)));
    }
}
