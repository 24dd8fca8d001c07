package org.archirender.publish.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.RemoteSession2;

/** An ssh session, what comes through which is bounded by its conversation. */
record BoundedSession(RemoteSession session, Conversation conversation) implements RemoteSession2 {
    @Override
    public Process exec(String command, Map<String, String> environment, int timeout) throws IOException {
        return bounded(
                session instanceof RemoteSession2 second
                        ? second.exec(command, environment, timeout)
                        : session.exec(command, timeout));
    }

    @Override
    public Process exec(String command, int timeout) throws IOException {
        return bounded(session.exec(command, timeout));
    }

    @Override
    public void disconnect() {
        session.disconnect();
    }

    private Process bounded(Process process) {
        return new Bounded(process, conversation.bounded(process.getInputStream()));
    }

    private static final class Bounded extends Process {
        private final Process process;
        private final InputStream output;

        Bounded(Process process, InputStream output) {
            this.process = process;
            this.output = output;
        }

        @Override
        public InputStream getInputStream() {
            return output;
        }

        @Override
        public OutputStream getOutputStream() {
            return process.getOutputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return process.getErrorStream();
        }

        @Override
        public int waitFor() throws InterruptedException {
            return process.waitFor();
        }

        @Override
        public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
            return process.waitFor(timeout, unit);
        }

        @Override
        public int exitValue() {
            return process.exitValue();
        }

        @Override
        public void destroy() {
            process.destroy();
        }
    }
}
