package org.archirender.publish.fake;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts of the stand-in for GitHub: organisations, unless said otherwise. */
public final class GitHubAccounts {
    private final Set<String> people = ConcurrentHashMap.newKeySet();
    private final Set<String> nobody = ConcurrentHashMap.newKeySet();
    private volatile String ours = "archi-render-bot";

    GitHubAccounts() {
        people.add(ours);
    }

    /** From here on {@code account} is a person's. */
    public void person(String account) {
        people.add(account);
    }

    /** From here on the token is that of the person {@code account}. */
    public void tokenOf(String account) {
        person(account);
        ours = account;
    }

    /** From here on there is no such account. */
    public void remove(String account) {
        nobody.add(account);
    }

    String ours() {
        return ours;
    }

    boolean isOrganization(String account) {
        return !people.contains(account) && !nobody.contains(account);
    }

    /** Answers {@code orgs/ACCOUNT} and {@code users/ACCOUNT}. */
    GitHubAnswer answer(String kind, String account) {
        if (nobody.contains(account) || (kind.equals("orgs") && people.contains(account))) {
            return GitHubAnswer.notFound();
        }
        String type = isOrganization(account) ? "Organization" : "User";
        return GitHubAnswer.ok(Map.of("login", account, "id", 7, "type", type));
    }
}
