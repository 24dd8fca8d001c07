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
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
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
import org.eclipse.jgit.transport.URIish;

/** A git repository elsewhere, by https, ssh, or a path: what it has, fetching from it, pushing to it with a lease. */
public final class Remote {
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
     * @throws InputException where that is no address, or has a password in it
     */
    public static Remote at(String address, RemoteAccess access) {
        try {
            URIish uri = new URIish(address);
            if (uri.getPass() != null) {
                throw new InputException(
                        Location.of("overlays/port.yaml"),
                        "remote: has a password in it",
                        "take it out, and give the token in ARCHI_RENDER_TOKEN");
            }
            return new Remote(address, uri, access);
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
        Map<String, ObjectId> refs = new TreeMap<>();
        // Version 2 takes a request more, to leave out refs; a feedstock has few.
        speak(0, repository);
        try (Transport transport = open(repository);
                FetchConnection connection = transport.openFetch()) {
            for (Ref ref : connection.getRefs()) {
                Optional.ofNullable(ref.getObjectId()).ifPresent(id -> refs.put(ref.getName(), id));
            }
            return Optional.of(refs);
        } catch (NoRemoteRepositoryException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw GitFailure.remote(address, access, e);
        }
    }

    /**
     * Brings the objects of {@code refSpec} here, {@code depth} commits of history or all of it. Where that fails, what
     * the repository had of remotes is forgotten when it is opened again.
     */
    public void fetch(Repository repository, String refSpec, Optional<Integer> depth) {
        // With version 0 over http, JGit trips over the answer where a history that was cut off is completed.
        speak(2, repository);
        try (Transport transport = open(repository)) {
            boolean shallow =
                    !repository.getObjectDatabase().getShallowCommits().isEmpty();
            depth.or(() -> Optional.of(Constants.INFINITE_DEPTH).filter(all -> shallow))
                    .ifPresent(transport::setDepth);
            Leftovers.fetching(repository);
            transport.fetch(NullProgressMonitor.INSTANCE, List.of(new RefSpec(refSpec)));
            Leftovers.fetched(repository);
        } catch (TransportException | NotSupportedException e) {
            throw GitFailure.remote(address, access, e);
        } catch (IOException e) {
            throw GitFailure.local("git repository " + repository.getDirectory(), e);
        }
    }

    private static void speak(int version, Repository repository) {
        repository.getConfig().setInt("protocol", null, "version", version);
    }

    /**
     * Moves refs there, each only from the id that was read; false where a branch is no longer there. A marker that could
     * not be moved is made next time.
     */
    public boolean push(Repository repository, List<Lease> leases) {
        PushResult result;
        try (Transport transport = open(repository)) {
            List<RemoteRefUpdate> updates = new ArrayList<>();
            for (Lease lease : leases) {
                // A branch only grows. A marker that was set by somebody whose commit then lost the race stands beside
                // the branch's history, and leaves from where it was read.
                boolean force = !lease.ref().startsWith(Constants.R_HEADS);
                ObjectId to = lease.to().orElse(ObjectId.zeroId());
                ObjectId from = lease.from().orElse(ObjectId.zeroId());
                updates.add(new RemoteRefUpdate(repository, (String) null, to, lease.ref(), force, null, from));
            }
            result = transport.push(NullProgressMonitor.INSTANCE, updates);
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

    private Transport open(Repository repository) throws TransportException {
        try {
            Transport transport = Transport.open(repository, uri);
            transport.setTimeout(Math.toIntExact(access.timeout().toSeconds()));
            transport.setCredentialsProvider(access.credentials());
            transport.setTagOpt(TagOpt.NO_TAGS);
            if (transport instanceof SshTransport ssh) {
                ssh.setSshSessionFactory(SshAccess.of(access.home()));
            }
            return transport;
        } catch (NotSupportedException e) {
            throw new TransportException(uri, "no such kind of address", e);
        }
    }
}
