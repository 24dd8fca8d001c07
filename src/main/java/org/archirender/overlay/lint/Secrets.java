package org.archirender.overlay.lint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archirender.text.Quotes;

/** Knows what looks like a secret in clear. */
final class Secrets {
    static final String FIX = "keep it with the CI provider, refer to it by name, and revoke this one";

    /** What tokens of common services look like. */
    private static final Map<String, Pattern> SHAPES = new LinkedHashMap<>();

    static {
        SHAPES.put(
                "a token of GitHub", Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})"));
        SHAPES.put(
                "a token of anaconda.org", Pattern.compile("\\b[a-z]{2}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"));
        SHAPES.put("an access key of AWS", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"));
        SHAPES.put("a token of Slack", Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"));
        SHAPES.put("a private key", Pattern.compile("-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"));
        SHAPES.put("a password in an address", Pattern.compile("://[^/\\s:@]{1,80}:[^/\\s@$<]{3,80}@"));
    }

    private static final Pattern KEY =
            Pattern.compile("(?i)(.*[_.-])?(token|password|passwd|passphrase|secret|api_?key|access_?key)");

    /** A variable, an expression of CI, a placeholder, or the name under which a secret is kept. */
    private static final Pattern REFERENCE =
            Pattern.compile("[$<{@%].*|[A-Z][A-Z0-9_]*|true|false|.{0,7}", Pattern.DOTALL);

    private Secrets() {}

    /** What {@code text} has, as in "a private key"; empty where nothing looks like it. */
    static Optional<String> in(String text) {
        return SHAPES.entrySet().stream()
                .filter(shape -> shape.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The same for a value that has a key. */
    static Optional<String> in(String key, String value) {
        boolean secret = KEY.matcher(key).matches()
                && !REFERENCE.matcher(Quotes.without(value.strip())).matches();
        return in(value).or(() -> secret ? Optional.of("a " + key + " in clear") : Optional.empty());
    }
}
