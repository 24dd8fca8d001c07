package org.archirender.publish.git;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.archirender.problem.RepositoryException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** What a failed transport means: one line on what happened, and who has to act. */
public final class RemoteFailure {
    /** For what passes by itself. */
    public static final String RERUN = "run the same command again: it goes on where it stopped";

    /** What JGit makes of half an answer: its end, half a status, or half a list of refs. */
    private static final Pattern BROKEN_OFF = Pattern.compile(
            "Premature EOF|: \\d{0,2} null$|error reading info/refs|connection failed$|Session is being closed");

    private static final Pattern TIMED_OUT = Pattern.compile("timed out|within specified timeout");

    private static final Pattern PROGRESS = Pattern.compile("\\d+% \\(\\d+/\\d+\\)|^Processing changes");

    private static final int LONGEST = 300;

    private static final String UNTRUSTED = "the server's certificate is not trusted";

    /** For the failures of {@link #untrusted}. */
    public static final String TRUST = "have the server's owner fix it, or give Java the authority that signed it with"
            + " JAVA_TOOL_OPTIONS=-Djavax.net.ssl.trustStore=FILE";

    private RemoteFailure() {}

    /** The failure {@code cause} of a transport to {@code address}, without the secrets of {@code access}. */
    static RepositoryException of(String address, RemoteAccess access, Throwable cause) {
        String said = oneLine(blot(said(address, cause), access));
        return new RepositoryException(
                address + ": " + said, fix(address, cause, said.toLowerCase(Locale.ROOT), access), null);
    }

    /** A ref that the remote did not move, for {@code reason} in git's words and {@code beside} in its own. */
    static RepositoryException rejected(
            String address, String branch, RemoteAccess access, String reason, String beside) {
        String said = oneLine(blot(reason + ": " + hooksWords(beside), access));
        return new RepositoryException(
                "%s: branch %s was rejected by the remote: %s".formatted(address, branch, said),
                rejectedFix(branch, said.toLowerCase(Locale.ROOT)),
                null);
    }

    private static String rejectedFix(String branch, String said) {
        if (LocalFailure.isFull(said)) {
            return LocalFailure.FULL;
        }
        if (said.contains("protected")) {
            return "let the port's account push to branch " + branch + ", or publish with pull requests";
        }
        // JGit's words and git's, when another process has the ref's lock, or had it when it was killed.
        if (said.contains("failed to lock") || said.contains("failed to update ref")) {
            return "run again; if that does not help and nobody pushes there, remove refs/heads/" + branch
                    + ".lock there, which a killed process left";
        }
        return "look at the hook or the protection of branch " + branch + " there";
    }

    /** Without git's progress, and without what a terminal would obey. */
    private static String hooksWords(String beside) {
        return beside.lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", "").strip())
                .filter(line -> !line.isEmpty() && !PROGRESS.matcher(line).find())
                .collect(Collectors.joining(" "));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replaceFirst("[: ]+$", "")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static String blot(String text, RemoteAccess access) {
        return access.token().map(token -> token.blot(text)).orElse(text);
    }

    private static String fix(String address, Throwable cause, String said, RemoteAccess access) {
        if (LocalFailure.isFull(said)) {
            return LocalFailure.FULL;
        }
        if (cause instanceof NoRemoteRepositoryException || said.contains("not found")) {
            return "no such repository, or the token may not see it: make it with archi-render fork";
        }
        if (said.contains("archived")) {
            return "the repository is archived: unarchive it, or set skip: in its overlay";
        }
        if (said.contains("key validation failed") || said.contains("server key did not validate")) {
            return "its host key is not in ~/.ssh/known_hosts: check it, then ssh there once by hand";
        }
        if (said.contains("cannot log in")
                || said.contains("not authorized")
                || said.contains("authentication")
                || said.contains("auth fail")) {
            if (address.startsWith("ssh:") || !address.contains("://")) {
                return "it took none of your ssh keys: load the right one into the agent, or name it in ~/.ssh/config";
            }
            return access.token().isPresent()
                    ? "the token was refused: has it expired?"
                    : "set ARCHI_RENDER_TOKEN, or name a file that only you may read with --token-file";
        }
        if (said.contains("not permitted") || said.matches("(?:.*\\D)?403(?:\\D.*)?") || said.contains("forbidden")) {
            return "the account may not write there, or the repository is archived: ask the organisation's owner";
        }
        if (said.contains("redirect")) {
            return "the repository was renamed or moved: correct remote: in port.yaml";
        }
        if (said.startsWith(UNTRUSTED)) {
            return TRUST;
        }
        if (said.startsWith("invalid host")) {
            return "correct remote: in port.yaml";
        }
        if (said.startsWith("unknown host")) {
            return "check the network and the host's name in port.yaml";
        }
        return RERUN;
    }

    private static String said(String address, Throwable cause) {
        String message =
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        if (find(cause, SocketTimeoutException.class).isPresent()
                || TIMED_OUT.matcher(message).find()) {
            return "no answer in time";
        }
        if (find(cause, UnknownHostException.class).isPresent() || message.contains("UnresolvedAddressException")) {
            return "unknown host" + host(address);
        }
        Optional<ConnectException> refused = find(cause, ConnectException.class);
        if (refused.isPresent()) {
            return "no connection: " + refused.get().getMessage();
        }
        Optional<String> untrusted = untrusted(cause);
        if (untrusted.isPresent()) {
            return untrusted.get();
        }
        if (find(cause, SocketException.class).isPresent()
                || find(cause, EOFException.class).isPresent()
                || BROKEN_OFF.matcher(message).find()) {
            return "the connection broke off";
        }
        String own = message.startsWith(address + ": ") ? message.substring(address.length() + 2) : message;
        return own.replaceFirst("^(?:\\S+://|/)\\S*?:\\s+", "")
                .replaceFirst("^(\\d{3}) null$", "HTTP $1")
                .replaceFirst(" not permitted on '.*'$", " not permitted");
    }

    /** What is wrong with the server's certificate; empty where the failure is another one. */
    public static Optional<String> untrusted(@Nullable Throwable cause) {
        return find(cause, SSLException.class)
                .flatMap(failure -> find(failure, GeneralSecurityException.class))
                .map(certificate -> UNTRUSTED + ": " + certificate.getMessage());
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(new URIish(address).getHost())
                    .map(host -> " " + host)
                    .orElse("");
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** The first of {@code cause} and what caused it that is a {@code type}. */
    public static <T extends Throwable> Optional<T> find(@Nullable Throwable cause, Class<T> type) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
