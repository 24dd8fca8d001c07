package org.archirender.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.Problem;

/** What FreeMarker offers and templates of a port may not use: the output would depend on more than the input. */
final class ForbiddenWords {
    private static final Pattern WORDS = Pattern.compile("(?<clock>(?<![\\w\\])}.])\\.now\\b)"
            + "|(?<builtin>\\?\\s*(?:api|new|eval|eval_json|evalJson|interpret|no_esc|noEsc)\\b)"
            + "|(?<directive>\\[#(?:ftl|outputformat|outputFormat|noautoesc|noAutoEsc|include|import|setting)\\b)"
            + "|(?<attempt>\\[#(?:attempt|recover)\\b)");

    private ForbiddenWords() {}

    /** @throws InputException naming each place in {@code source} */
    static void check(String source, String file) {
        List<Problem> problems = new ArrayList<>();
        Matcher matcher = WORDS.matcher(source);
        while (matcher.find()) {
            problems.add(new Problem(Location.in(file, source, matcher.start()), wrong(matcher), ""));
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    private static String wrong(Matcher matcher) {
        if (matcher.group("clock") != null) {
            return "'.now' is the clock: the same inputs would give other bytes tomorrow";
        }
        String word = matcher.group().replaceAll("\\s", "");
        if (matcher.group("attempt") != null) {
            return "'" + word + "]' would hide what is wrong, bounds among it, and is not available";
        }
        return matcher.group("builtin") != null
                ? "'" + word + "' reaches beyond plain data or past the escapes, and is not available"
                : "'" + word + "]' is not available: a template stands alone, in the format of its file's name";
    }
}
