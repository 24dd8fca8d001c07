package org.archirender.publish.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The bare repositories of the stand-in for GitHub, and what GitHub keeps beside them. */
final class GitHubRepositories {
    /** Speaks git's proc-receive protocol: takes what it is told of, then says no with GitHub's words. */
    private static final String PROTECTION = """
            #!/bin/sh
            line() { len=$(dd bs=1 count=4 2>/dev/null); test "$len" = 0000 && return 1; dd bs=1 count=$((0x$len - 4)) 2>/dev/null; }
            say() { printf '%04x%s\\n' $((${#1} + 5)) "$1"; }
            while line >/dev/null; do :; done
            say version=1; printf 0000
            while command=$(line); do refs="$refs ${command##* }"; done
            for ref in $refs; do
              echo "error: GH006: Protected branch update failed for $ref." >&2
              echo "error: Changes must be made through a pull request." >&2
              say "ng $ref protected branch hook declined"
            done
            printf 0000
            """;

    private final Path root;
    private final String endpoint;
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final Map<String, String> renamed = new ConcurrentHashMap<>();
    private final Set<String> archived = ConcurrentHashMap.newKeySet();
    private final Map<String, Fork> forks = new ConcurrentHashMap<>();
    private volatile Fork newFork = new Fork("", 0, 0);

    /** A fork that is not there yet: how often it still looks absent, and then how often without any branch. */
    private record Fork(String from, int absent, int empty) {}

    GitHubRepositories(Path root, String endpoint) {
        this.root = root;
        this.endpoint = endpoint;
    }

    Git git(String repository) {
        return new Git(root.resolve(repository));
    }

    void forksTake(int absent, int empty) {
        newFork = new Fork("", absent, empty);
    }

    void archive(String repository) {
        archived.add(repository);
    }

    boolean isArchived(String repository) {
        return archived.contains(repository);
    }

    void rename(String from, String to) {
        id(from);
        ids.replaceAll(name -> name.equals(from) ? to : name);
        renamed.put(from, to);
        try {
            if (!Files.exists(root.resolve(to))) {
                Files.createDirectories(root.resolve(to).resolveSibling(""));
                Files.move(root.resolve(from), root.resolve(to));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<String> newName(String repository) {
        return Optional.ofNullable(renamed.get(repository));
    }

    void protect(String repository, String branch) {
        git(repository).git("config", "--add", "receive.procReceiveRefs", "refs/heads/" + branch);
        hook(repository, "proc-receive", PROTECTION);
    }

    void hook(String repository, String name, String script) {
        Path hook = root.resolve(repository).resolve("hooks").resolve(name);
        try {
            Files.createDirectories(hook.resolveSibling(""));
            Files.writeString(hook, script);
            if (!hook.toFile().setExecutable(true)) {
                throw new IllegalStateException(hook + " can't be made executable");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized int id(String repository) {
        if (!ids.contains(repository)) {
            ids.add(repository);
        }
        return ids.indexOf(repository) + 1;
    }

    Optional<String> byId(int id) {
        return id < 1 || id > ids.size() ? Optional.empty() : Optional.of(ids.get(id - 1));
    }

    /** Begins a fork; one that is there already stays as it is, as on GitHub. */
    Map<String, Object> fork(String from, String to) throws IOException {
        if (!Files.exists(root.resolve(to)) && !forks.containsKey(to)) {
            forks.put(to, new Fork(from, newFork.absent(), newFork.empty()));
        }
        return json(to);
    }

    /** Whether {@code repository} is to be seen; a fork under way comes nearer with every look. */
    synchronized boolean isThere(String repository) throws IOException {
        Optional<Fork> fork = Optional.ofNullable(forks.get(repository));
        if (fork.isPresent() && fork.get().absent() > 0) {
            forks.put(
                    repository,
                    new Fork(
                            fork.get().from(),
                            fork.get().absent() - 1,
                            fork.get().empty()));
            return false;
        }
        if (fork.isPresent() && fork.get().empty() == 0) {
            arrive(repository, fork.get().from());
        }
        return fork.isPresent() || Files.exists(root.resolve(repository));
    }

    /** Whether {@code repository} has no git objects yet; likewise. */
    synchronized boolean isEmpty(String repository) {
        Optional<Fork> fork = Optional.ofNullable(forks.get(repository));
        fork.ifPresent(it -> forks.put(repository, new Fork(it.from(), 0, it.empty() - 1)));
        return fork.isPresent();
    }

    private void arrive(String repository, String from) throws IOException {
        Git fork = Git.init(root.resolve(repository));
        fork.git("fetch", "-q", root.resolve(from).toString(), "refs/heads/*:refs/heads/*");
        fork.git("symbolic-ref", "HEAD", "refs/heads/" + defaultBranch(from));
        forks.remove(repository);
    }

    String defaultBranch(String repository) {
        return Files.exists(root.resolve(repository))
                ? git(repository).git("symbolic-ref", "--short", "HEAD").strip()
                : Optional.ofNullable(forks.get(repository))
                        .map(fork -> defaultBranch(fork.from()))
                        .orElse("master");
    }

    Optional<String> head(String repository, String branch) {
        return Optional.ofNullable(refs(repository).get("refs/heads/" + branch));
    }

    Map<String, String> refs(String repository) {
        Map<String, String> refs = new LinkedHashMap<>();
        git(repository)
                .git("for-each-ref", "--format=%(refname) %(objectname)")
                .lines()
                .map(line -> line.split(" ", 2))
                .forEach(line -> refs.put(line[0], line[1]));
        return refs;
    }

    /** As GitHub shows a repository. */
    Map<String, Object> json(String repository) {
        String owner = repository.substring(0, repository.indexOf('/'));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id(repository));
        json.put("name", repository.substring(owner.length() + 1));
        json.put("full_name", repository);
        json.put("owner", Map.of("login", owner, "id", 7, "type", "Organization"));
        json.put("url", endpoint + "/repos/" + repository);
        json.put("html_url", endpoint + "/" + repository);
        json.put("clone_url", endpoint + "/" + repository + ".git");
        json.put("default_branch", defaultBranch(repository));
        json.put("archived", isArchived(repository));
        return json;
    }

    /** Changes settings. */
    GitHubAnswer change(String repository, JsonNode settings) {
        String branch = settings.path("default_branch").asText(defaultBranch(repository));
        if (head(repository, branch).isEmpty()) {
            return GitHubAnswer.invalid(Map.of("resource", "Repository", "field", "default_branch", "code", "invalid"));
        }
        git(repository).git("symbolic-ref", "HEAD", "refs/heads/" + branch);
        return GitHubAnswer.ok(json(repository));
    }

    /** Reads, makes, or removes a ref. */
    GitHubAnswer ref(String repository, GitHubRequest request, JsonNode body) {
        if (isEmpty(repository)) {
            return GitHubAnswer.refused(409, "Git Repository is empty.");
        }
        Map<String, String> refs = refs(repository);
        if (request.method().equals("POST")) {
            return make(repository, body.path("ref").asText(), body.path("sha").asText(), refs);
        }
        String ref = "refs/" + request.rest().replaceFirst("git/refs?/", "");
        Optional<String> commit = Optional.ofNullable(refs.get(ref));
        if (request.method().equals("DELETE")) {
            if (commit.isEmpty()) {
                return GitHubAnswer.refused(422, "Reference does not exist");
            }
            git(repository).git("update-ref", "-d", ref, commit.get());
            return GitHubAnswer.of(204, "");
        }
        return commit.map(id -> GitHubAnswer.ok(ref(ref, id))).orElseGet(GitHubAnswer::notFound);
    }

    private GitHubAnswer make(String repository, String ref, String commit, Map<String, String> refs) {
        if (refs.containsKey(ref)) {
            return GitHubAnswer.refused(422, "Reference already exists");
        }
        if (!git(repository).run(commit + "\n", "cat-file", "--batch-check").contains(" commit ")) {
            return GitHubAnswer.refused(422, "Object does not exist");
        }
        git(repository).git("update-ref", ref, commit);
        return GitHubAnswer.json(201, ref(ref, commit));
    }

    private static Map<String, Object> ref(String name, String commit) {
        return Map.of("ref", name, "object", Map.of("type", "commit", "sha", commit));
    }
}
