package org.archirender.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes sure that templates see plain data, and all the variables that the reference promises. */
final class PlainModel {
    private PlainModel() {}

    /**
     * A copy of {@code model}.
     *
     * @throws IllegalArgumentException where a variable lacks, is not in the reference, or holds other than plain data
     */
    static Map<String, Object> checked(Map<String, Object> model, TemplateScope scope) {
        Map<String, Object> copy = copy("", model);
        List<String> known = new ArrayList<>(List.of("generated"));
        for (Variable variable : Variable.ALL) {
            boolean seen = scope == TemplateScope.FEEDSTOCK || !variable.feedstockOnly();
            if (seen && !variable.name().equals("generated") && !variable.name().contains("[]")) {
                known.add(variable.name().split("\\.", 2)[0]);
                require(copy, variable.name());
            }
        }
        copy.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> {
            throw new IllegalArgumentException("variable '" + name + "' is not in Variable.ALL");
        });
        return copy;
    }

    private static void require(Map<String, Object> model, String name) {
        Object value = model;
        for (String part : name.split("\\.", -1)) {
            if (!(value instanceof Map<?, ?> mapping) || mapping.get(part) == null) {
                throw new IllegalArgumentException("variable '" + name + "' has no value");
            }
            value = mapping.get(part);
        }
    }

    private static Map<String, Object> copy(String path, Map<?, ?> mapping) {
        Map<String, Object> copy = new LinkedHashMap<>();
        mapping.forEach((key, value) -> copy.put(String.valueOf(key), plain(path + key, value)));
        return copy;
    }

    private static Object plain(String path, Object value) {
        if (value instanceof Map<?, ?> mapping) {
            return copy(path + ".", mapping);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(plain(path + "[]", item)));
            return copy;
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("variable '" + path + "' is no plain data: " + value);
    }
}
