package org.archirender.evaluated;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.archirender.python.library.PyFunction;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Budget;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyNumber;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.text.Regex;

/** What Python's {@code re.search} gives: the groups of a match, as {@code match.group(1)} or {@code match[1]}. */
record MatchValue(MatchResult match) implements PyObject {
    /** A dot is anything but a line feed, and words, digits and spaces are Unicode's, as in Python. */
    private static final String AS_PYTHON = "(?dU)";

    private static final int LOOK = 8;

    /**
     * {@code re.search(pattern, text)}.
     *
     * @throws PythonException a ValueError for what is no regular expression; not supported for groups with names
     */
    static PyValue search(String pattern, String text) {
        if (pattern.contains("(?P")) {
            throw PythonException.unsupported("groups with names in a regular expression; count them");
        }
        // Read by itself first, so that an error shows it as it was written.
        Regex written = Regex.of(pattern);
        return Regex.of(AS_PYTHON + written)
                .search(new ChargedText(text))
                .<PyValue>map(MatchValue::new)
                .orElse(PyNone.NONE);
    }

    /** A text that charges for each look that a regular expression takes at it. */
    private record ChargedText(String text) implements CharSequence {
        @Override
        public char charAt(int index) {
            Budget.charge(LOOK);
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new ChargedText(text.substring(start, end));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Override
    public String typeName() {
        return "re.Match";
    }

    @Override
    public Optional<PyValue> attribute(String name) {
        if (!name.equals("group")) {
            throw PythonException.unsupported("the attribute '" + name + "' of a match");
        }
        return Optional.of(new PyFunction(name, this::group));
    }

    private PyValue group(Arguments arguments) {
        return item(arguments.bind("group", List.of("group=")).get(0, PyInt.of(0)));
    }

    @Override
    public PyValue item(PyValue key) {
        int index = PyNumber.integer(key) == null ? -1 : PyNumber.index(key);
        if (index < 0 || index > match.groupCount()) {
            throw PythonException.lookup("no such group");
        }
        String text = match.group(index);
        return text == null ? PyNone.NONE : new PyStr(text);
    }
}
