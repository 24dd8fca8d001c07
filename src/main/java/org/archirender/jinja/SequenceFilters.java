package org.archirender.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.archirender.python.library.Arithmetic;
import org.archirender.python.library.Builtins;
import org.archirender.python.library.Sorting;
import org.archirender.python.value.Arguments;
import org.archirender.python.value.Comparing;
import org.archirender.python.value.Iteration;
import org.archirender.python.value.Operator;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PySet;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyTuple;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PyView;
import org.archirender.python.value.PythonError;
import org.archirender.python.value.PythonException;

/** Jinja's filters on sequences. */
final class SequenceFilters {
    private final TemplateExpressions expressions;

    SequenceFilters(TemplateExpressions expressions) {
        this.expressions = expressions;
    }

    PyValue apply(String name, PyValue input, Arguments arguments) {
        return switch (name) {
            case "join" -> join(input, arguments);
            case "first" -> {
                arguments.bind(name, 0);
                Iterator<PyValue> items = Iteration.over(input);
                yield items.hasNext() ? items.next() : new UndefinedValue("the first item of nothing");
            }
            case "last" -> last(input, arguments);
            case "reverse" -> reverse(input, arguments);
            case "map" -> map(input, arguments);
            case "select", "reject" -> select(name, input, arguments);
            case "selectattr", "rejectattr" -> selectByAttribute(name, input, arguments);
            case "sort" -> sort(input, arguments);
            case "unique" -> unique(input, arguments);
            case "min", "max" -> extreme(name, input, arguments);
            case "sum" -> sum(input, arguments);
            case "dictsort" -> sortDict(input, arguments);
            default -> throw Vocabulary.noFilter(name);
        };
    }

    /** Values that can be iterated over and not printed. */
    static PyValue generator(List<PyValue> items) {
        return new PyView("generator", items);
    }

    private PyValue join(PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("join", 0, "d", "attribute");
        PyValue attribute = bound.get(1, PyNone.NONE);
        Iterator<PyValue> items = attribute == PyNone.NONE
                ? Iteration.over(input)
                : mapped(Iteration.over(input), byAttribute(attribute, PyNone.NONE))
                        .iterator();
        return Filters.join(items, bound.get(0, PyStr.EMPTY).str());
    }

    private static List<PyValue> reversed(PyValue input) {
        boolean generator = input instanceof PyView view && view.typeName().equals("generator");
        if (generator || input instanceof PySet) {
            throw new PythonException(PythonError.TYPE, "'" + input.typeName() + "' object is not reversible");
        }
        List<PyValue> items = Iteration.toList(input);
        Collections.reverse(items);
        return items;
    }

    private static PyValue last(PyValue input, Arguments arguments) {
        arguments.bind("last", 0);
        List<PyValue> items = reversed(input);
        return items.isEmpty() ? new UndefinedValue("the last item of nothing") : items.get(0);
    }

    private static PyValue reverse(PyValue input, Arguments arguments) {
        arguments.bind("reverse", 0);
        if (input instanceof PyStr text) {
            return new PyStr(new StringBuilder(text.value()).reverse().toString());
        }
        List<PyValue> items = Iteration.toList(input);
        Collections.reverse(items);
        return generator(items);
    }

    /** What these filters iterate over: nothing where the input is false, even where it can't be iterated over. */
    private static Iterator<PyValue> orNothing(PyValue input) {
        return input.truth() ? Iteration.over(input) : Collections.emptyIterator();
    }

    private static List<PyValue> mapped(Iterator<PyValue> items, Function<PyValue, PyValue> function) {
        List<PyValue> mapped = new ArrayList<>();
        while (items.hasNext()) {
            mapped.add(function.apply(items.next()));
        }
        return mapped;
    }

    /** The attribute {@code a.b.0} of an item; {@code fallback} where an undefined one has a default. */
    private static Function<PyValue, PyValue> byAttribute(PyValue attribute, PyValue fallback) {
        List<PyValue> path = new ArrayList<>();
        if (attribute instanceof PyInt) {
            path.add(attribute);
        } else {
            for (String part : attribute.str().split("\\.", -1)) {
                boolean number = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
                path.add(number ? Builtins.integer(part, 10) : new PyStr(part));
            }
        }
        return item -> {
            PyValue value = item;
            for (PyValue part : path) {
                value = TemplateExpressions.item(value, part);
                if (fallback != PyNone.NONE && value instanceof UndefinedValue) {
                    value = fallback;
                }
            }
            return value;
        };
    }

    private PyValue map(PyValue input, Arguments arguments) {
        if (arguments.positional().isEmpty() && arguments.named().containsKey("attribute")) {
            Arguments.Bound bound = arguments.bind("map", 0, "attribute", "default");
            return generator(mapped(orNothing(input), byAttribute(bound.get(0), bound.get(1, PyNone.NONE))));
        }
        if (arguments.positional().isEmpty()) {
            throw new PythonException(PythonError.VALUE, "map requires a filter argument");
        }
        String filter = arguments.positional().get(0).str();
        Arguments rest = withoutFirst(arguments, 1);
        return generator(mapped(orNothing(input), item -> expressions.apply(filter, item, rest, 0)));
    }

    private static Arguments withoutFirst(Arguments arguments, int count) {
        List<PyValue> positional = arguments.positional();
        return new Arguments(
                positional.subList(Math.min(count, positional.size()), positional.size()), arguments.named());
    }

    private PyValue select(String name, PyValue input, Arguments arguments) {
        return selected(name.startsWith("select"), input, item -> item, arguments);
    }

    private PyValue selectByAttribute(String name, PyValue input, Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            throw new PythonException(PythonError.VALUE, "Missing parameter for attribute name");
        }
        Function<PyValue, PyValue> attribute =
                byAttribute(arguments.positional().get(0), PyNone.NONE);
        return selected(name.startsWith("select"), input, attribute, withoutFirst(arguments, 1));
    }

    private static PyValue selected(
            boolean wanted, PyValue input, Function<PyValue, PyValue> tested, Arguments arguments) {
        boolean byTruth = arguments.positional().isEmpty();
        String test = byTruth ? "" : arguments.positional().get(0).str();
        Arguments rest = withoutFirst(arguments, 1);
        List<PyValue> selected = new ArrayList<>();
        Iterator<PyValue> items = orNothing(input);
        while (items.hasNext()) {
            PyValue item = items.next();
            PyValue value = tested.apply(item);
            if (wanted
                    == (byTruth ? value.truth() : Tests.apply(test, value, rest).truth())) {
                selected.add(item);
            }
        }
        return generator(selected);
    }

    private static Function<PyValue, PyValue> key(PyValue caseSensitive, PyValue attribute) {
        Function<PyValue, PyValue> value =
                attribute == PyNone.NONE ? item -> item : byAttribute(attribute, PyNone.NONE);
        return caseSensitive.truth() ? value : value.andThen(Filters::ignoringCase);
    }

    private static PyValue sort(PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("sort", 0, "reverse", "case_sensitive", "attribute");
        PyValue attribute = bound.get(2, PyNone.NONE);
        if (attribute instanceof PyStr text && text.value().indexOf(',') >= 0) {
            throw new PythonException(PythonError.UNSUPPORTED, "sorting by several attributes");
        }
        return new PyList(Sorting.sorted(
                Iteration.toList(input),
                bound.get(0, PyBool.FALSE).truth(),
                key(bound.get(1, PyBool.FALSE), attribute)));
    }

    private static PyValue unique(PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("unique", 0, "case_sensitive", "attribute");
        Function<PyValue, PyValue> key = key(bound.get(0, PyBool.FALSE), bound.get(1, PyNone.NONE));
        PyDict seen = new PyDict();
        List<PyValue> unique = new ArrayList<>();
        Iterator<PyValue> items = Iteration.over(input);
        while (items.hasNext()) {
            PyValue item = items.next();
            PyValue value = key.apply(item);
            if (seen.get(value).isEmpty()) {
                seen.put(value, item);
                unique.add(item);
            }
        }
        return generator(unique);
    }

    private static PyValue extreme(String name, PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind(name, 0, "case_sensitive", "attribute");
        Function<PyValue, PyValue> key = key(bound.get(0, PyBool.FALSE), bound.get(1, PyNone.NONE));
        List<PyValue> items = Iteration.toList(input);
        if (items.isEmpty()) {
            return new UndefinedValue("the " + name + " of nothing");
        }
        Operator better = name.equals("min") ? Operator.LESS : Operator.GREATER;
        PyValue best = items.get(0);
        for (PyValue item : items) {
            best = Comparing.compare(better, key.apply(item), key.apply(best)).truth() ? item : best;
        }
        return best;
    }

    private static PyValue sum(PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("sum", 0, "attribute", "start");
        PyValue attribute = bound.get(0, PyNone.NONE);
        PyValue total = bound.get(1, PyInt.of(0));
        if (total instanceof PyStr) {
            throw new PythonException(PythonError.TYPE, "sum() can't sum strings [use ''.join(seq) instead]");
        }
        List<PyValue> items = attribute == PyNone.NONE
                ? Iteration.toList(input)
                : mapped(Iteration.over(input), byAttribute(attribute, PyNone.NONE));
        for (PyValue item : items) {
            total = Arithmetic.binary(Operator.ADD, total, item);
        }
        return total;
    }

    private static PyValue sortDict(PyValue input, Arguments arguments) {
        Arguments.Bound bound = arguments.bind("dictsort", 0, "case_sensitive", "by", "reverse");
        String by = bound.get(1, new PyStr("key")).str();
        int position = by.equals("key") ? 0 : 1;
        if (!by.equals("key") && !by.equals("value")) {
            throw new PythonException(PythonError.VALUE, "You can only sort by either \"key\" or \"value\"");
        }
        if (!(input instanceof PyDict dict)) {
            throw new PythonException(PythonError.ATTRIBUTE, "dictsort of a value of type " + input.typeName());
        }
        List<PyValue> pairs = new ArrayList<>();
        dict.entries().forEach(entry -> pairs.add(PyTuple.of(entry.key(), entry.value())));
        Function<PyValue, PyValue> key = pair -> ((PyTuple) pair).items().get(position);
        boolean exact = bound.get(0, PyBool.FALSE).truth();
        return new PyList(Sorting.sorted(
                pairs, bound.get(2, PyBool.FALSE).truth(), exact ? key : key.andThen(Filters::ignoringCase)));
    }
}
