package org.archirender.recipeyaml;

import java.util.regex.Pattern;
import org.archirender.python.value.PyStr;

/** A requirement that is a name and nothing else, so that the variant decides its version. */
public final class FreeSpec {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

    private FreeSpec() {}

    static boolean is(String requirement) {
        return NAME.matcher(requirement.strip()).matches();
    }

    /** Names that are equal in this are one: case does not count, and dashes and dots are underscores. */
    public static String normalized(String name) {
        return PyStr.lower(name.strip()).replace('-', '_').replace('.', '_');
    }
}
