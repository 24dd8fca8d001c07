package org.archirender.publish.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between client and server, on loopback, that fails in the middle of what was said. */
public final class CuttingProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final int target;
    private final AtomicInteger heard = new AtomicInteger();
    private volatile Optional<Trouble> trouble = Optional.empty();

    /** Whose words are cut. */
    public enum Side {
        CLIENT,
        SERVER
    }

    /**
     * What fails.
     *
     * @param request the text in a client's message from which on bytes count
     * @param time the how manieth such message, from 1
     * @param side whose bytes
     * @param bytes how many still pass
     * @param ending what then becomes of the connection
     */
    public record Trouble(String request, int time, Side side, int bytes, Ending ending) {}

    /** How a connection ends. */
    @FunctionalInterface
    public interface Ending {
        Ending CLOSED = CuttingProxy::cut;

        /** It stays open, and nothing passes any more. */
        Ending SILENT = (client, server) -> {};

        /** Without a farewell. */
        Ending RESET = (client, server) -> {
            client.setSoLinger(true, 0);
            cut(client, server);
        };

        /** Closed after {@code words} that the server never said. */
        static Ending after(String words) {
            return (client, server) -> {
                client.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
                cut(client, server);
            };
        }

        void end(Socket client, Socket server) throws IOException;
    }

    /** In front of what listens on loopback's {@code target}. */
    public CuttingProxy(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void fail(Trouble next) {
        heard.set(0);
        trouble = Optional.of(next);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(server);
                Line line = new Line(client, server);
                threads.execute(() -> line.pass(Side.CLIENT, client, server));
                threads.execute(() -> line.pass(Side.SERVER, server, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    /** One connection through here. */
    private final class Line {
        private final Socket client;
        private final Socket server;
        private volatile Optional<Trouble> begun = Optional.empty();

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pass(Side side, Socket from, Socket to) {
            byte[] bytes = new byte[8192];
            int left = Integer.MAX_VALUE;
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    boolean before = begun.isPresent();
                    if (side == Side.CLIENT) {
                        listen(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
                    }
                    if (begun.isPresent() && begun.get().side() == side && (!before || left == Integer.MAX_VALUE)) {
                        left = begun.get().bytes();
                    }
                    out.write(bytes, 0, Math.min(read, left));
                    out.flush();
                    left = left == Integer.MAX_VALUE ? left : left - Math.min(read, left);
                    if (left == 0) {
                        begun.orElseThrow().ending().end(client, server);
                        return;
                    }
                }
                to.shutdownOutput();
            } catch (IOException e) {
                cut(client, server);
            }
        }

        private void listen(String said) {
            if (begun.isEmpty()) {
                begun = trouble.filter(next -> said.contains(next.request()) && heard.incrementAndGet() >= next.time());
            }
        }
    }

    private static void cut(Socket client, Socket server) {
        closeQuietly(client);
        closeQuietly(server);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        sockets.forEach(CuttingProxy::closeQuietly);
        threads.shutdownNow();
    }
}
