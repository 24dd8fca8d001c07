package org.archirender.publish;

import java.nio.file.Path;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** ssh as the user has it set up: agent, keys, config and known_hosts below {@code ~/.ssh}; an unknown host is refused. */
final class SshAccess {
    private SshAccess() {}

    /** Sessions for a user whose home is {@code home}. */
    static SshdSessionFactory of(Path home) {
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(home.toFile())
                .setSshDirectory(home.resolve(".ssh").toFile())
                .setPreferredAuthentications("publickey")
                .build(null);
    }
}
