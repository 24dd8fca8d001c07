package org.archirender.publish.git;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.archirender.problem.RepositoryException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.transport.URIish;

/** What a failure of git means, here or at a remote: one line on what happened, and who has to act. */
public final class GitFailure {
    /** What systems say of a disk, or a user's share of one, that has no room. */
    private static final String FULL = "no space left|quota exceeded";

    private static final String FREE = "free some space on that disk, then run the same command again";

    /** What JGit makes of half an answer: its end, half a status, or half a list of refs. */
    private static final String BROKEN_OFF =
            "Premature EOF|: \\d{0,2} null$|error reading info/refs|connection failed$|Session is being closed";

    private static final String PROGRESS = "\\d+% \\(\\d+/\\d+\\)|^Processing changes";

    private static final String LOGIN = "cannot log in|not authorized|authentication|auth fail";

    private static final String ANYTHING = "";

    private GitFailure() {}

    /** The failure {@code cause} of what is done with {@code repository} in the work folder. */
    public static RepositoryException local(String repository, IOException cause) {
        String said = String.valueOf(cause.getMessage());
        String fix = says(said, FULL) ? FREE : "check that the folder may be written, or remove it: it is made again";
        return new RepositoryException(repository + ": " + said, fix, cause);
    }

    /** The failure {@code cause} of a transport to {@code address}, without the secrets of {@code access}. */
    static RepositoryException remote(String address, RemoteAccess access, Throwable cause) {
        return Diagnosis.ofConnection(cause, host(address), "port.yaml")
                .or(() -> refusal(address, access, cause))
                .orElseThrow()
                .of(address, access.token());
    }

    /** Whether {@code cause} is that we were not let in. */
    static boolean isLogin(IOException cause) {
        return says(String.valueOf(cause.getMessage()), LOGIN);
    }

    private static Optional<Diagnosis> refusal(String address, RemoteAccess access, Throwable cause) {
        String said = said(address, cause);
        boolean brokenOff = Diagnosis.isA(cause, SocketException.class)
                || Diagnosis.isA(cause, EOFException.class)
                || Pattern.compile(BROKEN_OFF)
                        .matcher(String.valueOf(cause.getMessage()))
                        .find();
        return Diagnosis.first(
                new Diagnosis(brokenOff, "the connection broke off", Diagnosis.RERUN),
                row(said, FULL, FREE),
                row(
                        said,
                        cause instanceof NoRemoteRepositoryException ? ANYTHING : "not found",
                        "no such repository, or the token may not see it: make it with archi-render fork"),
                row(said, "archived", Diagnosis.ARCHIVED),
                row(
                        said,
                        "key validation failed|server key did not validate",
                        "its host key is not in ~/.ssh/known_hosts: check it, then ssh there once by hand"),
                row(said, LOGIN, login(address, access)),
                row(
                        said,
                        "not permitted|forbidden|(?<!\\d)403(?!\\d)",
                        "the account may not write there, or the repository is archived: ask the organisation's owner"),
                row(said, "redirect", "the repository was renamed or moved: correct remote: in port.yaml"),
                row(said, "^invalid host", "correct remote: in port.yaml"),
                row(said, ANYTHING, Diagnosis.RERUN));
    }

    private static String login(String address, RemoteAccess access) {
        if (address.startsWith("ssh:") || !address.contains("://")) {
            return "it took none of your ssh keys: load the right one into the agent, or name it in ~/.ssh/config";
        }
        return access.token().isPresent()
                ? Diagnosis.EXPIRED
                : "set ARCHI_RENDER_TOKEN, or name a file that only you may read with --token-file";
    }

    /** A ref that the remote did not move, for {@code reason} in git's words and {@code beside} in its own. */
    static RepositoryException rejected(
            String address, String branch, RemoteAccess access, String reason, String beside) {
        String said = reason + ": " + hooksWords(beside);
        return Diagnosis.first(
                        row(said, FULL, FREE),
                        row(
                                said,
                                "protected",
                                "let the port's account push to branch " + branch + ", or publish with pull requests"),
                        // When another process has the ref's lock, or had it when it was killed; JGit's words, git's.
                        row(
                                said,
                                "failed to lock|failed to update ref",
                                "run again; if that does not help and nobody pushes there, remove refs/heads/" + branch
                                        + ".lock there, which a killed process left"),
                        row(said, ANYTHING, "look at the hook or the protection of branch " + branch + " there"))
                .orElseThrow()
                .of(address + ": branch " + branch + " was rejected by the remote", access.token());
    }

    private static Diagnosis row(String said, String pattern, String fix) {
        return new Diagnosis(says(said, pattern), said, fix);
    }

    private static boolean says(String said, String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(said).find();
    }

    /** Without git's progress, and without what a terminal would obey. */
    private static String hooksWords(String beside) {
        return beside.lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", "").strip())
                .filter(line -> !line.isEmpty()
                        && !Pattern.compile(PROGRESS).matcher(line).find())
                .collect(Collectors.joining(" "));
    }

    private static String said(String address, Throwable cause) {
        String message =
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
        String own = message.startsWith(address + ": ") ? message.substring(address.length() + 2) : message;
        return own.replaceFirst("^(?:\\S+://|/)\\S*?:\\s+", "")
                .replaceFirst("^(\\d{3}) null$", "HTTP $1")
                .replaceFirst(" not permitted on '.*'$", " not permitted");
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(new URIish(address).getHost()).orElse("");
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
