package org.archirender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The jar holds the licence of everything that is merged into it. */
class LicencesTest {
    private static final Pattern TEXT =
            Pattern.compile("(?i)(META-INF/)?(licen[cs]e|notice|about)[^/]*|.*/licen[cs]e(\\.txt)?");
    private static final Pattern FOR_TESTS_ONLY =
            Pattern.compile("(jqwik|assertj|jimfs|listenablefuture|error_prone_annotations|j2objc|archunit|junit).*");
    private static final Pattern VERSION = Pattern.compile("-\\d[^/]*\\.jar$");

    @Test
    void aLibraryWithoutALicenceFileIsNamedInThirdParty() throws IOException {
        List<String> bare = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = VERSION.matcher(new File(entry).getName()).replaceFirst("");
            if (entry.endsWith(".jar") && !FOR_TESTS_ONLY.matcher(name).matches() && !holdsLicence(entry)) {
                bare.add(name);
            }
        }

        assertThat(bare)
                .contains("picocli", "progressbar")
                .allSatisfy(name -> assertThat(thirdParty())
                        .as("META-INF/THIRD-PARTY.txt")
                        .containsPattern("(?m)^  ([\\w-]+, )*" + Pattern.quote(name) + "(, [\\w-]+)* +Copyright "));
    }

    private static boolean holdsLicence(String jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar)) {
            return zip.stream().anyMatch(entry -> TEXT.matcher(entry.getName()).matches());
        }
    }

    private static String thirdParty() throws IOException {
        try (InputStream text = LicencesTest.class.getClassLoader().getResourceAsStream("META-INF/THIRD-PARTY.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
