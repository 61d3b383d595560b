package com.qontak.aiagent.agents.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import reactor.test.StepVerifier;

/** The container takes a request back as soon as it has been answered, though somebody may still be reading it. */
@Timeout(20)
class ArrivingBodyTests {

    @Test
    void requestIsNotLeftWhileSomebodyWaitsForAByte() throws Exception {
        PipedInputStream content = new PipedInputStream();
        PipedOutputStream caller = new PipedOutputStream(content);
        CountDownLatch waiting = new CountDownLatch(1);
        ArrivingBody body = of(new InputStream() {
            @Override
            public int read() throws IOException {
                waiting.countDown();
                return content.read();
            }
        });
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> read(body));
        waiting.await();

        CompletableFuture<Void> left = body.left().toFuture();
        assertThat(left).isNotDone();

        caller.write('x');
        caller.flush();
        await().until(left::isDone);
        assertThat(reader.get()).isEqualTo('x');
    }

    @Test
    void nobodyReadsARequestThatHasBeenLeft() throws IOException {
        ArrivingBody body = of(InputStream.nullInputStream());
        InputStream content = body.getInputStream();

        StepVerifier.create(body.left()).verifyComplete();

        assertThatThrownBy(content::read).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> content.read(new byte[1])).isInstanceOf(IOException.class);
    }

    private static int read(ArrivingBody body) {
        try {
            return body.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArrivingBody of(InputStream content) {
        return new ArrivingBody(new MockHttpServletRequest() {
            @Override
            public DelegatingServletInputStream getInputStream() {
                return new DelegatingServletInputStream(content);
            }
        });
    }
}
