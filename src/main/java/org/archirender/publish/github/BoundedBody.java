package org.archirender.publish.github;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.archirender.publish.github.GitHubConnection.NoAnswer;

/** The bytes of an answer, which fails where there are more than {@code left}. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private long left;

    BoundedBody(long left) {
        this.left = left;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        bytes.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        left -= part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left < 0) {
            onError(new NoAnswer("its answer is larger than GitHub's are", GitHubFailure.NOT_GITHUB));
        } else {
            bytes.onNext(part);
        }
    }

    @Override
    public void onError(Throwable cause) {
        bytes.onError(cause);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
