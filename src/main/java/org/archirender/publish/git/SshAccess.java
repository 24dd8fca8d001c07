package org.archirender.publish.git;

import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;

/** ssh as the user has it set up: agent, keys, config and known_hosts below {@code ~/.ssh}; an unknown host is refused. */
final class SshAccess extends SshSessionFactory {
    private final SshdSessionFactory sessions;
    private final Conversation conversation;

    private SshAccess(SshdSessionFactory sessions, Conversation conversation) {
        this.sessions = sessions;
        this.conversation = conversation;
    }

    /** Sessions of {@code conversation} for a user whose home is {@code home}. */
    static SshSessionFactory of(Path home, Conversation conversation) {
        SshdSessionFactory sessions = new SshdSessionFactoryBuilder()
                .setHomeDirectory(home.toFile())
                .setSshDirectory(home.resolve(".ssh").toFile())
                .setPreferredAuthentications("publickey")
                .build(null);
        return new SshAccess(sessions, conversation);
    }

    /** A session within the timeout; JGit would hold it to the connection alone, and give logging in two minutes. */
    @Override
    public RemoteSession getSession(URIish uri, CredentialsProvider credentials, FS fs, int milliseconds)
            throws TransportException {
        FutureTask<RemoteSession> login =
                new FutureTask<>(() -> sessions.getSession(uri, credentials, fs, milliseconds));
        Thread thread = new Thread(login, "ssh login");
        thread.setDaemon(true);
        thread.start();
        try {
            RemoteSession session = login.get(milliseconds, TimeUnit.MILLISECONDS);
            conversation.whenLate(session::disconnect);
            return new BoundedSession(session, conversation);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TransportException failure) {
                throw failure;
            }
            throw new TransportException(uri, "no session: " + e.getCause(), e);
        } catch (TimeoutException | CancellationException e) {
            throw new TransportException(uri, "no answer in time", new SocketTimeoutException());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException(uri, "interrupted", e);
        } finally {
            login.cancel(true);
        }
    }

    @Override
    public String getType() {
        return sessions.getType();
    }
}
