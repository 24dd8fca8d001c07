package org.archirender.variant;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts of a recipe's text, cut as conda-build cuts it: by lines that look like the start of something, before any YAML
 * is read (conda-build's {@code MetaData.extract_…_text} and {@code output_re}).
 */
final class RecipeSlices {
    private static final Pattern OUTPUTS = section("outputs:", "test:|extra:|about:");
    private static final Pattern REQUIREMENTS = section("requirements:", "test:|extra:|about:|outputs:");
    private static final Pattern OUTPUT = unix("^ +- +(?:name|type):.+?(?=^\\w|\\z|^ +- +(?:name|type))");
    private static final Pattern ANY_REQUIREMENTS = unix("requirements:.+?(?=^\\w|\\z|^\\s+-\\s(?=name|type))");

    private RecipeSlices() {}

    private static Pattern section(String start, String ends) {
        return unix("^" + start + ".*?(?=^(?:" + ends + ")|\\z)");
    }

    private static Pattern unix(String regex) {
        return Pattern.compile(
                regex, Pattern.MULTILINE | Pattern.DOTALL | Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** From {@code outputs:} to the next top-level test, extra or about; empty where there is none. */
    static String outputs(String text) {
        return first(OUTPUTS, text).stripTrailing();
    }

    /** The top level's requirements. */
    static String topRequirements(String text) {
        return first(REQUIREMENTS, text).stripTrailing();
    }

    /** From the first {@code requirements:} anywhere to the next output or top-level key. */
    static String anyRequirements(String text) {
        return first(ANY_REQUIREMENTS, text);
    }

    /** The blocks of {@link #outputs}, each from its {@code - name:} or {@code - type:}. */
    static List<String> outputBlocks(String outputs) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = OUTPUT.matcher(outputs);
        while (matcher.find()) {
            blocks.add(matcher.group());
        }
        return blocks;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }
}
