package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.servlet.AsyncContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerWriterTests {

    private final AsyncContext request = mock(AsyncContext.class);
    private final Response response = mock(Response.class);
    private final ByteArrayOutputStream offered = new ByteArrayOutputStream();
    private Callback taken = Callback.NOOP;

    @BeforeEach
    void offerToACallerWhoTakesNothingYet() {
        doAnswer(write -> {
                    ByteBuffer piece = write.getArgument(1);
                    byte[] bytes = new byte[piece.remaining()];
                    piece.get(bytes);
                    offered.write(bytes);
                    taken = write.getArgument(2);
                    return null;
                })
                .when(response)
                .write(eq(false), any(), any());
    }

    @Test
    void callerWhoDoesNotReadIsOfferedOnePiece() {
        new AnswerWriter(response, body(10 * AnswerWriter.PIECE), request).iterate();

        assertThat(offered.size()).isEqualTo(AnswerWriter.PIECE);
        verify(request, never()).complete();
    }

    @Test
    void answerIsOfferedWholeAndEndsOnceItIsTaken() {
        byte[] body = body(3 * AnswerWriter.PIECE + 5);
        new AnswerWriter(response, body, request).iterate();
        for (int pieces = 0; pieces < 4; pieces++) {
            verify(request, never()).complete();
            taken.succeeded();
        }

        assertThat(offered.toByteArray()).isEqualTo(body);
        verify(request).complete();
    }

    @Test
    void answerWithoutABodyEndsAtOnce() {
        new AnswerWriter(response, body(0), request).iterate();

        assertThat(offered.size()).isZero();
        verify(request).complete();
    }

    @Test
    void requestOfACallerWhoHangsUpIsEnded() {
        new AnswerWriter(response, body(10 * AnswerWriter.PIECE), request).iterate();

        taken.failed(new IOException("Connection reset"));

        assertThat(offered.size()).isEqualTo(AnswerWriter.PIECE);
        verify(request).complete();
    }

    @Test
    void requestThatHasEndedMeanwhileIsLeftAlone() {
        doThrow(new IllegalStateException("completed")).when(request).complete();
        AnswerWriter writer = new AnswerWriter(response, body(0), request);

        assertThatCode(writer::iterate).doesNotThrowAnyException();
    }

    private static byte[] body(int length) {
        byte[] body = new byte[length];
        new Random(1).nextBytes(body);
        return body;
    }
}
