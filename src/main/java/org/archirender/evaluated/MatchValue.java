package org.archirender.evaluated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.PyFunction;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyObject;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** What Python's {@code re.search} gives: the groups of a match. */
final class MatchValue implements PyObject {
    private final MatchResult match;
    private final List<String> names;

    /** @param names of the groups in order, empty for a group without a name */
    MatchValue(MatchResult match, List<String> names) {
        this.match = match;
        this.names = names;
    }

    /** A pattern in Java's syntax: named groups are written otherwise. */
    static String javaPattern(String pattern) {
        StringBuilder java = new StringBuilder();
        Matcher names = NamedGroup.PATTERN.matcher(pattern);
        while (names.find()) {
            names.appendReplacement(java, Matcher.quoteReplacement("(?<" + javaName(names.group(1)) + ">"));
        }
        return names.appendTail(java).toString();
    }

    /** Java allows no underscore in a group's name. */
    private static String javaName(String name) {
        return "g" + name.replace("_", "U");
    }

    /** The names of the groups of {@code pattern} in order, empty for one without a name. */
    static List<String> groupNames(String pattern) {
        List<String> names = new ArrayList<>();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '(' && !inClass) {
                boolean named = pattern.startsWith("(?P<", i);
                if (named) {
                    names.add(pattern.substring(i + 4, Math.max(i + 4, pattern.indexOf('>', i))));
                } else if (!pattern.startsWith("(?", i)) {
                    names.add("");
                }
            }
        }
        return names;
    }

    /** In a class of its own, so that it is compiled only where a recipe uses it. */
    private static final class NamedGroup {
        private static final Pattern PATTERN = Pattern.compile("\\(\\?P<([A-Za-z_][A-Za-z0-9_]*)>");
    }

    @Override
    public String typeName() {
        return "re.Match";
    }

    @Override
    public Optional<PyValue> attribute(String name) {
        return switch (name) {
            case "group" -> Optional.of(new PyFunction(name, this::groups));
            case "groups" ->
                Optional.of(new PyFunction(name, arguments -> {
                    PyValue missing = arguments.bind(name, 0, "default").get(0, PyNone.NONE);
                    List<PyValue> groups = new ArrayList<>();
                    for (int i = 1; i <= match.groupCount(); i++) {
                        groups.add(match.group(i) == null ? missing : new PyStr(match.group(i)));
                    }
                    return new PyTuple(groups);
                }));
            default -> throw new PythonException(PythonError.UNSUPPORTED, "the attribute " + name + " of a match");
        };
    }

    private PyValue groups(Arguments arguments) {
        List<PyValue> wanted = arguments.positional();
        if (wanted.size() <= 1) {
            return group(wanted.isEmpty() ? PyInt.of(0) : wanted.get(0));
        }
        List<PyValue> groups = new ArrayList<>();
        wanted.forEach(key -> groups.add(group(key)));
        return new PyTuple(groups);
    }

    private PyValue group(PyValue key) {
        int index = key instanceof PyStr name ? names.indexOf(name.value()) + 1 : -1;
        if (key instanceof PyInt number && number.value().bitLength() < 16) {
            index = number.value().intValue();
        }
        boolean named = key instanceof PyStr;
        if (index < 0 || index > match.groupCount() || (named && index == 0)) {
            throw new PythonException(PythonError.LOOKUP, "no such group");
        }
        String text = match.group(index);
        return text == null ? PyNone.NONE : new PyStr(text);
    }

    @Override
    public Optional<PyValue> item(PyValue key) {
        return Optional.of(group(key));
    }
}
