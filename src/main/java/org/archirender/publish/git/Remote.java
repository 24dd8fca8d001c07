package org.archirender.publish.git;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.archirender.problem.InputException;
import org.archirender.problem.Location;
import org.archirender.problem.RepositoryException;
import org.archirender.text.Address;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** A git repository elsewhere, by https, ssh, or a path: what it has, fetching from it, pushing to it with a lease. */
public final class Remote {
    /** Bytes that a server may send of its refs, some hundred thousand of them, or in answer to a push. */
    static final long REFS = 16 << 20;

    /** Bytes that a server may send of objects. */
    static final long OBJECTS = 512 << 20;

    private final String address;
    private final URIish uri;
    private final RemoteAccess access;

    private Remote(String address, URIish uri, RemoteAccess access) {
        this.address = address;
        this.uri = uri;
        this.access = access;
    }

    /**
     * The remote at {@code address}.
     *
     * @throws InputException where that is no address, or has credentials in it
     */
    public static Remote at(String address, RemoteAccess access) {
        Address.check(Location.of("the address of a repository"), address);
        try {
            return new Remote(address, new URIish(address), access);
        } catch (URISyntaxException e) {
            throw new InputException(
                    Location.of("overlays/port.yaml"), "remote: '" + address + "' is no address", e.getReason());
        }
    }

    public String address() {
        return address;
    }

    /** Every ref that the remote shows, by name, from one request; empty where there is no such repository. */
    public Optional<Map<String, ObjectId>> refs(Repository repository) {
        // Version 2 takes a request more, to leave out refs; a feedstock has few.
        speak(0, repository);
        try {
            return Optional.of(converse(repository, REFS, false, (transport, conversation) -> {
                Map<String, ObjectId> refs = new TreeMap<>();
                try (FetchConnection connection = transport.openFetch()) {
                    for (Ref ref : connection.getRefs()) {
                        Optional.ofNullable(ref.getObjectId()).ifPresent(id -> refs.put(ref.getName(), id));
                    }
                }
                return refs;
            }));
        } catch (NoRemoteRepositoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw GitFailure.remote(address, access, e);
        }
    }

    /**
     * Brings the objects of {@code refSpec} here, {@code depth} commits of history or all of it: with all of it, what was
     * cut off before is forgotten and comes anew. Where that fails, what the repository had of remotes is forgotten when it
     * is opened again.
     */
    public void fetch(Repository repository, String refSpec, Optional<Integer> depth) {
        speak(2, repository);
        try {
            converse(repository, OBJECTS, false, (transport, conversation) -> {
                Leftovers.fetching(repository);
                if (depth.isEmpty() && isCutOff(repository)) {
                    // JGit can't have a history completed in git's first protocol, which is all that some speak.
                    Leftovers.forget(repository);
                }
                // What is on this machine comes whole: JGit speaks the first protocol with it.
                depth.filter(commits -> uri.isRemote()).ifPresent(transport::setDepth);
                transport.fetch(conversation.monitor(), List.of(new RefSpec(refSpec)));
                Leftovers.fetched(repository);
                return refSpec;
            });
        } catch (TransportException | NotSupportedException e) {
            throw GitFailure.remote(address, access, e);
        } catch (IOException e) {
            throw GitFailure.local("git repository " + repository.getDirectory(), e);
        }
    }

    private static boolean isCutOff(Repository repository) throws IOException {
        return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    }

    private static void speak(int version, Repository repository) {
        repository.getConfig().setInt("protocol", null, "version", version);
    }

    /** What is said through one transport. */
    @FunctionalInterface
    private interface Talk<T> {
        T through(Transport transport, Conversation conversation) throws IOException;
    }

    /** What comes of {@code talk}, which is begun again where the server asks for that. */
    private <T> T converse(Repository repository, long most, boolean writes, Talk<T> talk) throws IOException {
        web().ifPresent(access::checkOpen);
        Patience patience = new Patience(access.pause());
        while (true) {
            try (Conversation conversation = new Conversation(access.timeout(), most)) {
                try {
                    return spoken(repository, conversation, talk);
                } catch (IOException e) {
                    if (conversation.ending().isPresent()) {
                        throw conversation.ending().get().of(address, access.token());
                    }
                    if (!conversation
                            .answer()
                            .map(last -> patience.waits(address, last))
                            .orElse(false)) {
                        if (conversation.isRefused() && GitFailure.isLogin(e)) {
                            // Who asks GitHub without a token for what is not there is told to log in.
                            web().filter(site -> writes || access.tokenFor(site).isPresent())
                                    .ifPresent(access::refused);
                        }
                        throw e;
                    }
                }
            }
        }
    }

    /** The server that is reached by https or http; empty for ssh and for a path. */
    private Optional<Site> web() {
        return String.valueOf(uri.getScheme()).startsWith("http") ? Site.of(address) : Optional.empty();
    }

    /** JGit raises unchecked exceptions for what is wrong in the config of another repository, and with an address. */
    private <T> T spoken(Repository repository, Conversation conversation, Talk<T> talk) throws IOException {
        try (Transport transport = open(repository, conversation)) {
            return talk.through(transport, conversation);
        } catch (InputException | RepositoryException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IOException("the repository or its address is broken: " + e.getMessage(), e);
        }
    }

    /**
     * Moves refs there, each only from the id that was read; false where a branch is no longer there. A marker that could
     * not be moved is made next time.
     */
    public boolean push(Repository repository, List<Lease> leases) {
        PushResult result;
        try {
            result = converse(
                    repository,
                    REFS,
                    true,
                    (transport, conversation) -> transport.push(conversation.monitor(), updates(repository, leases)));
        } catch (IOException e) {
            throw GitFailure.remote(address, access, e);
        }
        boolean all = true;
        for (RemoteRefUpdate update : result.getRemoteUpdates()) {
            boolean isBranch = update.getRemoteName().startsWith(Constants.R_HEADS);
            all &= !isBranch || moved(repository, update, result.getMessages());
        }
        return all;
    }

    private static List<RemoteRefUpdate> updates(Repository repository, List<Lease> leases) throws IOException {
        List<RemoteRefUpdate> updates = new ArrayList<>();
        for (Lease lease : leases) {
            // A branch only grows. A marker that was set by somebody whose commit then lost the race stands beside
            // the branch's history, and leaves from where it was read.
            boolean force = !lease.ref().startsWith(Constants.R_HEADS);
            ObjectId to = lease.to().orElse(ObjectId.zeroId());
            ObjectId from = lease.from().orElse(ObjectId.zeroId());
            updates.add(new RemoteRefUpdate(repository, (String) null, to, lease.ref(), force, null, from));
        }
        return updates;
    }

    private boolean moved(Repository repository, RemoteRefUpdate update, String said) {
        String ref = update.getRemoteName();
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE, NON_EXISTING -> true;
            case REJECTED_REMOTE_CHANGED, REJECTED_NONFASTFORWARD -> false;
            default -> {
                ObjectId now = refs(repository)
                        .flatMap(refs -> Optional.ofNullable(refs.get(ref)))
                        .orElse(ObjectId.zeroId());
                if (now.equals(update.getExpectedOldObjectId())) {
                    String reason = Optional.ofNullable(update.getMessage())
                            .orElse(update.getStatus().name());
                    String branch = ref.substring(Constants.R_HEADS.length());
                    throw GitFailure.rejected(address, branch, access, reason, said);
                }
                yield false;
            }
        };
    }

    /**
     * A ref's move.
     *
     * @param ref whole name
     * @param from where it was read to be; empty where it was not there
     * @param to where it goes; empty to remove it
     */
    public record Lease(String ref, Optional<ObjectId> from, Optional<ObjectId> to) {}

    private Transport open(Repository repository, Conversation conversation) throws TransportException {
        try {
            Transport transport = Transport.open(repository, uri);
            transport.setTimeout(Math.toIntExact(access.timeout().toSeconds()));
            transport.setCredentialsProvider(access.credentials());
            transport.setTagOpt(TagOpt.NO_TAGS);
            if (transport instanceof SshTransport ssh) {
                ssh.setSshSessionFactory(SshAccess.of(access.home(), conversation));
            } else if (transport instanceof TransportHttp http) {
                http.setHttpConnectionFactory(new GuardedConnections(access, conversation));
            }
            return transport;
        } catch (NotSupportedException e) {
            throw new TransportException(uri, "no such kind of address", e);
        }
    }
}
