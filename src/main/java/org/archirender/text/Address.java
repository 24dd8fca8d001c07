package org.archirender.text;

import java.util.regex.Pattern;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;

/** Addresses of servers, as users give them. None has credentials in it: it is printed, committed, and sent to others. */
public final class Address {
    /** Who may see an address may use what is in it. */
    public static final String CREDENTIALS = "has credentials in it";

    /** What to do with them. */
    public static final String WITHOUT =
            "give the address alone, and the token in ARCHI_RENDER_TOKEN or with --token-file";

    /** Chars of an address: what takes one apart takes time that grows with the square of its length. */
    public static final int LONGEST = 2000;

    /** A user's name alone is no credential for ssh, and a token for all else. */
    private static final Pattern SECRET = Pattern.compile(
            "^(?!(?:git\\+)?ssh:)[a-z][a-z0-9+.-]*:[/\\\\]+[^/\\\\?#]*@"
                    + "|^(?:git\\+)?ssh:[/\\\\]+[^/\\\\?#@]*:[^/\\\\?#]*@"
                    + "|^[^/@:]+:[^/@]*@"
                    + "|://.*/t/[^/]{2,}(?:/|$)"
                    + "|[?&;#](?:[a-z]+[_-])*+(?:token|password|secret|key)=",
            Pattern.CASE_INSENSITIVE);

    private Address() {}

    /** Whether there is a password or a token in {@code address}. */
    public static boolean hasCredentials(String address) {
        return SECRET.matcher(address.strip()).find();
    }

    /** What is wrong with {@code address}, without quoting it; empty where it may be one. */
    public static String wrongWith(String address) {
        if (address.length() > LONGEST) {
            return "has more than the " + LONGEST + " characters that an address may have";
        }
        return hasCredentials(address) ? CREDENTIALS : "";
    }

    /** Refuses {@code address} where there are credentials in it, or where it is too long, without quoting it. */
    public static void check(Location at, String address) {
        String wrong = wrongWith(address);
        if (!wrong.isEmpty()) {
            throw new InputException(at, wrong, WITHOUT);
        }
    }
}
