package org.archirender.publish.git;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Optional;
import org.archirender.publish.git.Patience.Answer;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.util.HttpSupport;
import org.jspecify.annotations.Nullable;

/**
 * The http connections of one conversation. Whatever JGit does about redirects and challenges, the secret is written to
 * servers that may have it and to no other.
 */
record GuardedConnections(RemoteAccess access, Conversation conversation) implements HttpConnectionFactory {
    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        HttpURLConnection real = (HttpURLConnection) url.openConnection(proxy);
        conversation.whenLate(real::disconnect);
        // JGit's own connection makes one of the address, and keeps it to itself: this address makes the one above.
        URL known = new URL(null, url.toExternalForm(), new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL same) {
                return real;
            }

            @Override
            protected URLConnection openConnection(URL same, Proxy through) {
                return real;
            }
        });
        return new Guarded(known, proxy);
    }

    private final class Guarded extends JDKHttpConnection {
        private final URL url;

        Guarded(URL url, Proxy proxy) throws IOException {
            super(url, proxy);
            this.url = url;
        }

        @Override
        public void setRequestProperty(String name, String value) {
            boolean secret = name.equalsIgnoreCase(HttpSupport.HDR_AUTHORIZATION);
            if (!secret || Site.of(url).flatMap(access::tokenFor).isPresent()) {
                super.setRequestProperty(name, value);
            }
        }

        @Override
        public int getResponseCode() throws IOException {
            int status = super.getResponseCode();
            conversation.answered(new Answer(status, name -> header(name)));
            return status;
        }

        private Optional<String> header(String name) {
            @Nullable String value = getHeaderField(name);
            return Optional.ofNullable(value);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return conversation.bounded(super.getInputStream());
        }
    }
}
