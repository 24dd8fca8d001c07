package org.archirender.publish.fake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;

/** An ssh server on loopback that runs git's own commands below a folder, for one user key below a home. */
public final class GitSshServer implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    private final Path home;
    private final Path root;
    private volatile Optional<String> refusal = Optional.empty();
    private volatile Optional<String> odd = Optional.empty();

    public GitSshServer(Path root, Path home) throws IOException, GeneralSecurityException {
        this.root = root;
        this.home = home;
        KeyPair userKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        writeUserKey(userKey);
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPublickeyAuthenticator((user, key, session) -> isSame(key, userKey.getPublic()));
        server.setCommandFactory((channel, command) -> {
            String script = script(command);
            return new ProcessShellFactory(script, List.of("sh", "-c", script)).createShell(channel);
        });
        server.start();
    }

    /** Every push from now on is answered as GitHub says no: {@code text} beside the protocol, and nothing more. */
    public void refusePushes(String text) {
        refusal = Optional.of(text);
    }

    /** Every command from now on is answered by what {@code script} says. */
    public void answer(String script) {
        odd = Optional.of(script);
    }

    private String script(String command) {
        if (odd.isPresent()) {
            return odd.get();
        }
        return command.contains("receive-pack") && refusal.isPresent()
                ? "echo '" + refusal.get() + "' >&2; exit 1"
                : "exec " + command;
    }

    private static boolean isSame(PublicKey one, PublicKey other) {
        return KeyUtils.compareKeys(one, other);
    }

    /** The address of the folder. */
    public String address() {
        return "ssh://git@127.0.0.1:" + server.getPort() + root;
    }

    /** Puts the server's key into known_hosts. */
    public void makeKnown() throws IOException {
        makeKnown(server.getPort());
    }

    /** The same for what stands in front of the server on {@code port}. */
    public void makeKnown(int port) throws IOException {
        Files.writeString(
                home.resolve(".ssh/known_hosts"),
                "[127.0.0.1]:%d %s\n".formatted(port, PublicKeyEntry.toString(hostKey.getPublic())),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void writeUserKey(KeyPair key) throws IOException, GeneralSecurityException {
        Path folder = Files.createDirectories(home.resolve(".ssh"));
        Path file = folder.resolve("id_ecdsa");
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
