package org.archirender.publish.fake;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A request to the stand-in for GitHub.
 *
 * @param kind of protocol
 * @param method such as {@code GET}
 * @param target path and query as they came
 * @param authorization the header, if there is one
 */
public record GitHubRequest(Kind kind, String method, String target, Optional<String> authorization) {
    private static final List<String> REST_PATHS =
            List.of("repos", "repositories", "orgs", "users", "user", "rate_limit");

    /** What a request is for. */
    public enum Kind {
        REST,
        GIT
    }

    static GitHubRequest of(HttpExchange exchange) {
        String first = exchange.getRequestURI().getPath().split("/", 3)[1];
        return new GitHubRequest(
                REST_PATHS.contains(first) ? Kind.REST : Kind.GIT,
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** Whether git wants to push. */
    public boolean isPush() {
        return kind == Kind.GIT && target.contains("git-receive-pack");
    }

    /** Path without query, cut at its slashes. */
    List<String> path() {
        return List.of(target.split("\\?", 2)[0].substring(1).split("/", -1));
    }

    /** The repository that is asked for, {@code owner/name}; empty for other requests. */
    Optional<String> repository() {
        List<String> path = path();
        int at = kind == Kind.REST ? 1 : 0;
        boolean named = path.size() > at + 1 && (kind == Kind.GIT || path.get(0).equals("repos"));
        return named
                ? Optional.of(path.get(at) + "/" + path.get(at + 1).replaceFirst("\\.git$", ""))
                : Optional.empty();
    }

    /** What follows the repository's name, without a slash in front; empty for the repository itself. */
    public String rest() {
        List<String> path = path();
        int at = kind == Kind.REST ? 3 : 2;
        return path.size() > at ? String.join("/", path.subList(at, path.size())) : "";
    }

    /** The query's parameter {@code name}. */
    Optional<String> parameter(String name) {
        int at = target.indexOf('?');
        for (String pair : at < 0 ? new String[0] : target.substring(at + 1).split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
