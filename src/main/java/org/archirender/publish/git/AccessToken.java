package org.archirender.publish.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.workspace.UserFile;

/** A secret for https and for GitHub's API. It prints as stars, and no part of it is ever in a message. */
public final class AccessToken {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rw-rw-");

    private final String secret;
    private final SecretPattern pattern;

    private AccessToken(String secret) {
        this.secret = secret;
        this.pattern = SecretPattern.of(secret);
    }

    /**
     * A token from the environment; white space around it is dropped.
     *
     * @throws InputException where it can't be one
     */
    public static AccessToken of(String secret) {
        return checked(secret.strip(), Location.of("ARCHI_RENDER_TOKEN"));
    }

    /** A header can't carry anything but visible ASCII, and who tries is told so together with the secret. */
    private static AccessToken checked(String secret, Location at) {
        if (!secret.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new InputException(
                    at, "the token has characters in it that no token has", "copy it again, without line breaks");
        }
        return new AccessToken(secret);
    }

    /**
     * The first line of a file that nobody but its owner may read or write.
     *
     * @throws InputException where it can't be read, is empty, or is open to others
     */
    public static AccessToken read(Path file) {
        Location at = Location.of(file.toString());
        try {
            if (!Collections.disjoint(OTHERS, Files.getPosixFilePermissions(file))) {
                throw new InputException(at, "the token file may be read or written by others", "chmod 600 " + file);
            }
            String secret = UserFile.text(file, file.toString())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            if (secret.isEmpty()) {
                throw new InputException(at, "the token file is empty", "put the token on its first line");
            }
            return checked(secret, at);
        } catch (NoSuchFileException e) {
            throw new InputException(at, "the token file can't be read: there is no such file", "correct --token-file");
        } catch (IOException e) {
            throw new InputException(
                    at, "the token file can't be read: " + e.getMessage(), "may you read it? it has to be yours");
        }
    }

    /** The secret itself, for the one place that sends it. */
    public String secret() {
        return secret;
    }

    /** {@code text} with the secret blotted out, also where a server wrote it in another encoding. */
    public String blot(String text) {
        return pattern.blot(text);
    }

    @Override
    public String toString() {
        return "***";
    }
}
