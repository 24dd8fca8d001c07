package org.archirender.publish.git;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.archirender.problem.RepositoryException;

/**
 * What a failure means: a row of a table, of whose rows the first that holds is meant.
 *
 * @param holds whether the failure is of this kind
 * @param words what happened
 * @param fix who has to do what
 */
public record Diagnosis(boolean holds, String words, String fix) {
    /** For what passes by itself. */
    public static final String RERUN = "run the same command again: it goes on where it stopped";

    /** For an account that is not let in. */
    public static final String EXPIRED = "the token was refused: has it expired?";

    /** For what its owner has set aside. */
    public static final String ARCHIVED = "the repository is archived: unarchive it, or set skip: in its overlay";

    private static final String UNTRUSTED = "have the server's owner fix it, or give Java the authority that signed it"
            + " with JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE";

    private static final int LONGEST = 300;

    /** The first of {@code rows} that holds. */
    public static Optional<Diagnosis> first(Diagnosis... rows) {
        return Stream.of(rows).filter(Diagnosis::holds).findFirst();
    }

    /**
     * Why a connection was not made, or no answer came; empty where the failure {@code cause} is another one.
     *
     * @param host to name where it is not known; may be empty
     * @param setting where the user gives the host
     */
    public static Optional<Diagnosis> ofConnection(Throwable cause, String host, String setting) {
        String message = String.valueOf(cause.getMessage());
        boolean late = isA(cause, SocketTimeoutException.class)
                || isA(cause, HttpTimeoutException.class)
                || message.contains("timed out")
                || message.contains("within specified timeout");
        boolean unknown = isA(cause, UnknownHostException.class)
                || isA(cause, UnresolvedAddressException.class)
                || message.contains("UnresolvedAddressException");
        Optional<ConnectException> refused = find(cause, ConnectException.class);
        Optional<GeneralSecurityException> untrusted =
                find(cause, SSLException.class).flatMap(e -> find(e, GeneralSecurityException.class));
        return first(
                new Diagnosis(isA(cause, HttpConnectTimeoutException.class), "no connection in time", RERUN),
                new Diagnosis(late, "no answer in time", RERUN),
                new Diagnosis(unknown, "unknown host " + host, "check the network and the host's name in " + setting),
                new Diagnosis(refused.isPresent(), "no connection" + quoted(refused), RERUN),
                new Diagnosis(
                        untrusted.isPresent(),
                        "the server's certificate is not trusted" + quoted(untrusted),
                        UNTRUSTED));
    }

    private static String quoted(Optional<? extends Throwable> cause) {
        return cause.map(Throwable::getMessage).map(message -> ": " + message).orElse("");
    }

    /** The first of {@code cause} and what caused it that is a {@code type}. */
    public static <T extends Throwable> Optional<T> find(Throwable cause, Class<T> type) {
        return Stream.iterate(cause, at -> at != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Whether {@code cause} or what caused it is a {@code type}. */
    public static boolean isA(Throwable cause, Class<? extends Throwable> type) {
        return find(cause, type).isPresent();
    }

    /** That, as the failure of {@code subject}: a line that is not too long, without {@code token}. */
    public RepositoryException of(String subject, Optional<AccessToken> token) {
        String line = token.map(secret -> secret.blot(words))
                .orElse(words)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replaceFirst("[: ]+$", "")
                .strip();
        String brief = line.length() > LONGEST ? line.substring(0, LONGEST).strip() + "…" : line;
        return new RepositoryException(subject + ": " + brief, fix, null);
    }
}
