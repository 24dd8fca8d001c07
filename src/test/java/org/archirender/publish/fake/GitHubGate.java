package org.archirender.publish.fake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whom the stand-in for GitHub lets in, how often, and what it refuses before looking at a request's content. */
final class GitHubGate {
    private final GitHubRepositories repositories;
    private final Optional<String> token;
    private final Set<String> readOnly = ConcurrentHashMap.newKeySet();
    private volatile boolean expired;
    private Optional<Limit> limit = Optional.empty();

    private record Limit(int remaining, Instant reset) {
        Map<String, String> headers() {
            return Map.of(
                    "X-RateLimit-Limit",
                    "5000",
                    "X-RateLimit-Remaining",
                    "" + remaining,
                    "X-RateLimit-Reset",
                    "" + reset.getEpochSecond());
        }
    }

    GitHubGate(GitHubRepositories repositories, Optional<String> token) {
        this.repositories = repositories;
        this.token = token;
    }

    void expireToken(boolean now) {
        expired = now;
    }

    void denyWriting(String repository) {
        readOnly.add(repository);
    }

    synchronized void rateLimit(int remaining, Instant reset) {
        limit = Optional.of(new Limit(remaining, reset));
    }

    /** What {@code /rate_limit} answers; as on an Enterprise server without limits where none is set. */
    synchronized GitHubAnswer limits() {
        if (limit.isEmpty()) {
            return GitHubAnswer.refused(404, "Rate limiting is not enabled.");
        }
        Map<String, Object> core = Map.of(
                "limit",
                5000,
                "remaining",
                limit.get().remaining(),
                "reset",
                limit.get().reset().getEpochSecond());
        return GitHubAnswer.ok(Map.of("resources", Map.of("core", core), "rate", core));
    }

    synchronized Map<String, String> limitHeaders() {
        return limit.map(Limit::headers).orElse(Map.of());
    }

    /** Empty where {@code request} may go on. */
    Optional<GitHubAnswer> refuse(GitHubRequest request) {
        return request.kind() == GitHubRequest.Kind.REST ? refuseRest(request) : refuseGit(request);
    }

    private Optional<GitHubAnswer> refuseRest(GitHubRequest request) {
        Optional<String> authorization = request.authorization();
        List<String> accepted = token.stream()
                .flatMap(secret -> List.of("Bearer " + secret, "token " + secret).stream())
                .toList();
        if (token.isPresent()
                && (expired || authorization.filter(accepted::contains).isEmpty())) {
            return Optional.of(
                    GitHubAnswer.refused(401, authorization.isEmpty() ? "Requires authentication" : "Bad credentials"));
        }
        Optional<GitHubAnswer> used = used();
        if (used.isPresent()) {
            return used;
        }
        String repository = request.repository().orElse("");
        Optional<String> newName = repositories.newName(repository);
        if (newName.isPresent()) {
            int id = repositories.id(newName.get());
            String to = request.target().replaceFirst("/repos/[^/?]+/[^/?]+", "/repositories/" + id);
            return Optional.of(GitHubAnswer.refused(request.isRead() ? 301 : 307, "Moved Permanently")
                    .with(Map.of("Location", to)));
        }
        boolean writes = !request.isRead() && !request.rest().equals("forks");
        if (writes && repositories.isArchived(repository)) {
            return Optional.of(GitHubAnswer.refused(403, "Repository was archived so is read-only."));
        }
        return writes && readOnly.contains(repository)
                ? Optional.of(GitHubAnswer.refused(403, "Resource not accessible by personal access token"))
                : Optional.empty();
    }

    /** Counts a request; the one after the last is refused, and then the limit is a new one. */
    private synchronized Optional<GitHubAnswer> used() {
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        Limit now = limit.get();
        boolean none = now.remaining() == 0;
        limit = Optional.of(new Limit(none ? 5000 : now.remaining() - 1, now.reset()));
        return none
                ? Optional.of(GitHubAnswer.refused(403, "API rate limit exceeded for user ID 9.")
                        .with(now.headers()))
                : Optional.empty();
    }

    private Optional<GitHubAnswer> refuseGit(GitHubRequest request) {
        Optional<String> authorization = request.authorization();
        String repository = request.repository().orElse("");
        boolean wrong = token.isPresent() && authorization.isPresent() && (expired || !authorization.equals(basic()));
        boolean missing = token.isPresent() && authorization.isEmpty() && request.isPush();
        if (wrong || missing) {
            String said = wrong ? "Invalid username or token." : "No anonymous write access.";
            return Optional.of(GitHubAnswer.text(401, said).with(Map.of("WWW-Authenticate", "Basic realm=\"GitHub\"")));
        }
        Optional<String> newName = repositories.newName(repository);
        if (newName.isPresent()) {
            String to = request.target().replaceFirst("/[^/]+/[^/]+", "/" + newName.get());
            return Optional.of(GitHubAnswer.text(301, "").with(Map.of("Location", to)));
        }
        if (request.isPush() && repositories.isArchived(repository)) {
            return Optional.of(GitHubAnswer.text(403, "This repository was archived so it is read-only."));
        }
        return request.isPush() && readOnly.contains(repository)
                ? Optional.of(
                        GitHubAnswer.text(403, "Permission to " + repository + ".git denied to archi-render-bot."))
                : Optional.empty();
    }

    private Optional<String> basic() {
        return token.map(secret -> "Basic "
                + Base64.getEncoder().encodeToString(("x-access-token:" + secret).getBytes(StandardCharsets.UTF_8)));
    }
}
