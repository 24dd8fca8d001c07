package org.archirender.publish.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a secret in what others wrote: as it is, in base64 behind any prefix, in hexadecimal, and each of them with any of
 * its characters as JSON, a percent encoding or HTML may put it.
 */
final class SecretPattern {
    /** A shorter piece of base64 stands for too little of the secret. */
    private static final int TELLING = 8;

    private static final String NOTHING = "(?!)";

    private final Pattern pattern;

    private SecretPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The pattern of {@code secret}, visible ASCII. */
    static SecretPattern of(String secret) {
        if (secret.isEmpty()) {
            return new SecretPattern(Pattern.compile(NOTHING));
        }
        List<String> forms = new ArrayList<>(List.of(spelled(secret)));
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII));
        forms.add("(?i:" + spelled(hex) + ")");
        for (int before = 0; before < 3; before++) {
            String core = base64(secret, before);
            if (core.length() >= TELLING) {
                String alphabet = "[\\w+/%=-]*";
                forms.add(alphabet + spelled(core) + alphabet);
                forms.add(alphabet + spelled(core.replace('+', '-').replace('/', '_')) + alphabet);
            }
        }
        return new SecretPattern(Pattern.compile(String.join("|", forms)));
    }

    /** What stands for the secret alone, where {@code before} chars of its first group of three are others'. */
    private static String base64(String secret, int before) {
        byte[] bytes = ("x".repeat(before) + secret).getBytes(StandardCharsets.US_ASCII);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        int foreign = before == 0 ? 0 : before + 1;
        return whole.substring(foreign, Math.max(foreign, bytes.length / 3 * 4));
    }

    private static String spelled(String text) {
        return text.chars().mapToObj(SecretPattern::spelled).collect(Collectors.joining());
    }

    private static String spelled(int character) {
        String hex = "(?i:%02x)".formatted(character);
        return "(?:\\\\?%s|%%(?:25)?%s|\\\\u00%s|\\\\x%s|&#(?:[xX]0*%s|0*%d);?)"
                .formatted(Pattern.quote(Character.toString(character)), hex, hex, hex, hex, character);
    }

    String blot(String text) {
        return pattern.matcher(text).replaceAll(Matcher.quoteReplacement("***"));
    }
}
