package org.archirender.evaluated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.archirender.problem.InputException;
import org.archirender.python.value.PyBool;
import org.archirender.python.value.PyDict;
import org.archirender.python.value.PyFloat;
import org.archirender.python.value.PyInt;
import org.archirender.python.value.PyList;
import org.archirender.python.value.PyNone;
import org.archirender.python.value.PyStr;
import org.archirender.python.value.PyValue;
import org.archirender.python.value.PythonException;
import org.archirender.yaml.YamlNode;
import org.archirender.yaml.YamlReader;

/** Data files as values: JSON as Python's {@code json}, YAML as PyYAML's {@code safe_load}. */
final class PlainData {
    private static final int LONGEST_NUMBER = 400;

    private PlainData() {}

    static PyValue json(String text, String name) {
        try {
            return value(new ObjectMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw PythonException.value(name + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private static PyValue value(JsonNode node) {
        if (node.isArray()) {
            List<PyValue> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return new PyList(items);
        }
        if (node.isObject()) {
            PyDict dict = new PyDict();
            node.properties().forEach(entry -> dict.put(new PyStr(entry.getKey()), value(entry.getValue())));
            return dict;
        }
        if (node.isIntegralNumber()) {
            return new PyInt(node.bigIntegerValue());
        }
        if (node.isNumber()) {
            return new PyFloat(node.doubleValue());
        }
        if (node.isBoolean()) {
            return PyBool.of(node.booleanValue());
        }
        return node.isTextual() ? new PyStr(node.textValue()) : PyNone.NONE;
    }

    static PyValue yaml(String text, String name) {
        try {
            Optional<YamlNode> document = YamlReader.read(text, name);
            return document.isPresent() ? value(document.get()) : PyNone.NONE;
        } catch (InputException e) {
            throw PythonException.value(name + " is no YAML: " + e.getMessage());
        }
    }

    private static PyValue value(YamlNode node) {
        return node.match(
                scalar -> scalar.plain() ? plain(scalar.text()) : new PyStr(scalar.text()),
                list -> new PyList(list.items().stream().map(PlainData::value).toList()),
                PlainData::dict);
    }

    private static PyDict dict(YamlNode.Mapping mapping) {
        PyDict dict = new PyDict();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key().plain() && entry.key().text().equals("<<")) {
                throw PythonException.unsupported("a YAML merge key");
            }
            dict.put(value(entry.key()), value(entry.value()));
        }
        return dict;
    }

    /** YAML 1.1's implicit types. */
    private static PyValue plain(String text) {
        if (LooseYaml.NULL.contains(text)) {
            return PyNone.NONE;
        }
        if (LooseYaml.TRUE.contains(text) || LooseYaml.FALSE.contains(text)) {
            return PyBool.of(LooseYaml.TRUE.contains(text));
        }
        return "+-.0123456789".indexOf(text.charAt(0)) >= 0 ? number(text) : new PyStr(text);
    }

    private static PyValue number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return longNumber(text);
        }
        String digits = text.replace("_", "");
        String unsigned = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        if (isDate(unsigned)) {
            throw PythonException.unsupported("the date " + text + " of a YAML file; quote it there");
        }
        boolean negative = digits.startsWith("-");
        if (unsigned.matches("0|[1-9][0-9]*")) {
            return integer(unsigned, 10, negative);
        }
        if (unsigned.matches("0[0-7]+")) {
            return integer(unsigned, 8, negative);
        }
        if (unsigned.matches("0x[0-9a-fA-F]+|0b[01]+")) {
            return integer(unsigned.substring(2), unsigned.charAt(1) == 'x' ? 16 : 2, negative);
        }
        if (unsigned.matches("[1-9][0-9]*(:[0-5]?[0-9])++(\\.[0-9]*)?")) {
            throw PythonException.unsupported("the base-60 number " + text + "; quote it there");
        }
        if (unsigned.matches("[0-9]+\\.[0-9]*([eE][-+][0-9]+)?|\\.[0-9]+([eE][-+][0-9]+)?")) {
            return PyFloat.parse(digits);
        }
        return switch (PyStr.lower(unsigned)) {
            case ".inf" -> new PyFloat(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            case ".nan" -> new PyFloat(Double.NaN);
            default -> new PyStr(text);
        };
    }

    /** What begins like a number and is too long for one is text, unless it has all that a number has. */
    private static PyStr longNumber(String text) {
        if (text.chars().allMatch(c -> "+-.0123456789_:abcdefABCDEFx".indexOf(c) >= 0)) {
            throw PythonException.limit("a number of more than " + LONGEST_NUMBER + " characters");
        }
        return new PyStr(text);
    }

    private static PyInt integer(String digits, int radix, boolean negative) {
        BigInteger value = new BigInteger(digits, radix);
        return new PyInt(negative ? value.negate() : value);
    }

    private static boolean isDate(String text) {
        return text.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");
    }
}
