package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerWriterTests {

    private final AsyncContext request = mock(AsyncContext.class);
    private final Connection connection = new Connection();

    @Test
    void answerIsGivenWholeAndEndsOnceItIsTaken() throws IOException {
        byte[] body = body(100_000);
        AnswerWriter writer = new AnswerWriter(connection, body, request);

        connection.room = 1;
        writer.onWritePossible();
        assertThat(connection.taken.toByteArray()).isEqualTo(body);
        verify(request, never()).complete();

        connection.room = 1;
        writer.onWritePossible();
        assertThat(connection.taken.toByteArray()).isEqualTo(body);
        verify(request).complete();
    }

    @Test
    void nothingIsGivenWhileThereIsNoRoom() throws IOException {
        AnswerWriter writer = new AnswerWriter(connection, body(100), request);

        writer.onWritePossible();

        assertThat(connection.taken.size()).isZero();
        verify(request, never()).complete();
    }

    @Test
    void answerWithoutABodyEndsAtOnce() throws IOException {
        connection.room = 1;

        new AnswerWriter(connection, body(0), request).onWritePossible();

        verify(request).complete();
    }

    @Test
    void requestOfACallerWhoHungUpIsEnded() {
        new AnswerWriter(connection, body(100), request).onError(new IOException("Connection reset"));

        verify(request).complete();
    }

    private static byte[] body(int length) {
        byte[] body = new byte[length];
        new Random(1).nextBytes(body);
        return body;
    }

    /** Has room for so many writes. */
    private static final class Connection extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room;

        @Override
        public boolean isReady() {
            return room > 0;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            room--;
            taken.write(bytes, offset, length);
        }

        @Override
        public void write(int oneByte) {
            throw new UnsupportedOperationException("Byte by byte");
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Written to already");
        }
    }
}
