package org.archirender.variant.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.archirender.conda.FeedstockLayout;
import org.archirender.conda.Platform;
import org.archirender.variant.config.VariantSettings;

/** What a variant file is called: its platform and the values of its loop keys (conda-smithy's {@code package_key}). */
public final class VariantFileName {
    /** What some file system does not take in a name. */
    private static final Pattern ILLEGAL = Pattern.compile("[<>:?*,\"/|\\\\]");

    private static final Pattern CUT = Pattern.compile("_h[0-9a-f]{8}$");

    /** The path where the longest-winded CI service for Windows checks a feedstock out. */
    private static final String CHECKOUT = "C:/Users/runnerx/_work/%1$s/%1$s/.ci_support/";

    private static final int MAX_PATH = 259;
    private static final String EXTENSION = ".yaml";

    private VariantFileName() {}

    /**
     * The name, without its extension.
     *
     * @param file its values, lists sorted
     * @param loopKeys keys that tell the files apart
     * @param feedstock the feedstock's name without {@code -feedstock}; long names are cut to what it leaves room for
     */
    public static String of(Platform platform, VariantSettings file, Set<String> loopKeys, String feedstock) {
        String key = loopKeys.stream()
                .filter(loopKey -> !loopKey.equals("target_platform"))
                .sorted()
                .flatMap(loopKey -> file.values(loopKey).stream().limit(1).map(value -> loopKey + value.text()))
                .collect(Collectors.joining());
        String values = key.replace('*', '_').replace(' ', '_');
        String name = ILLEGAL.matcher(platform.key() + "_" + values).replaceAll("");
        int outer = CHECKOUT.formatted(FeedstockLayout.repository(feedstock)).length();
        if (outer + name.length() + EXTENSION.length() > MAX_PATH) {
            String hash = "_h" + hash(name);
            int room = MAX_PATH - outer - hash.length() - EXTENSION.length();
            return name.substring(0, Math.max(0, room)) + hash;
        }
        return name;
    }

    /** Whether {@code name} is one that {@link #of} cut, of a feedstock that is called {@code feedstock}. */
    public static boolean isCut(String name, String feedstock) {
        int outer = CHECKOUT.formatted(FeedstockLayout.repository(feedstock)).length();
        return outer + name.length() + EXTENSION.length() == MAX_PATH
                && CUT.matcher(name).find();
    }

    private static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
