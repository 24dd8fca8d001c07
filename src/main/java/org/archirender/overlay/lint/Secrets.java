package org.archirender.overlay.lint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.archirender.text.Quotes;

/** Knows what looks like a secret in clear. */
final class Secrets {
    static final String FIX = "keep it with the CI provider, refer to it by name, and revoke this one";

    private record Shape(String what, Pattern pattern) {
        Shape(String what, String pattern) {
            this(what, Pattern.compile(pattern));
        }
    }

    /** What tokens of common services look like. */
    private static final List<Shape> SHAPES = List.of(
            new Shape("a token of GitHub", "\\b(gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})"),
            new Shape("a token of anaconda.org", "\\b[a-z]{2}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"),
            new Shape("an access key of AWS", "\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            new Shape("a token of Slack", "\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
            new Shape("a private key", "-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"),
            new Shape("a password in an address", "://[^/\\s:@]{1,80}:[^/\\s@$<]{3,80}@"));

    private static final Pattern KEY =
            Pattern.compile("(?i)(.*[_.-])?(token|password|passwd|passphrase|secret|api_?key|access_?key)");

    /** A variable, an expression of CI, a placeholder, or the name under which a secret is kept. */
    private static final Pattern REFERENCE =
            Pattern.compile("[$<{@%].*|[A-Z][A-Z0-9_]*|true|false|.{0,7}", Pattern.DOTALL);

    private Secrets() {}

    /** What {@code text} has, as in "a private key"; empty where nothing looks like it. */
    static Optional<String> in(String text) {
        return SHAPES.stream()
                .filter(shape -> shape.pattern().matcher(text).find())
                .map(Shape::what)
                .findFirst();
    }

    /** The same for a value that has a key. */
    static Optional<String> in(String key, String value) {
        boolean secret = KEY.matcher(key).matches()
                && !REFERENCE.matcher(Quotes.without(value.strip())).matches();
        return in(value).or(() -> secret ? Optional.of("a " + key + " in clear") : Optional.empty());
    }
}
