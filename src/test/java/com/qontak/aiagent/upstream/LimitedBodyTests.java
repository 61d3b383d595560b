package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class LimitedBodyTests {

    private static final int LIMIT = 10_000;

    @Property
    void bodyIsTheSameInWhateverPiecesItComes(
            @ForAll byte[] body, @ForAll @Size(max = 5) List<@IntRange(max = 40) Integer> cuts, @ForAll boolean known) {
        LimitedBody limited = new LimitedBody(head(-1), known ? new byte[] {0, 1} : null, LIMIT);

        addInPieces(limited, body, cuts);

        assertThat(limited.bytes()).isEqualTo(body);
    }

    @Property
    void whatIsExpectedIsNotCopied(
            @ForAll @Size(min = 1) byte[] body, @ForAll @Size(max = 5) List<@IntRange(max = 40) Integer> cuts) {
        byte[] expected = body.clone();
        LimitedBody limited = new LimitedBody(head(body.length), expected, LIMIT);

        addInPieces(limited, body, cuts);

        assertThat(limited.bytes()).isSameAs(expected);
    }

    @Property
    void whatDiffersInOneByteIsReadAndLeavesWhatWasExpectedAlone(
            @ForAll @Size(min = 1, max = 60) byte[] expected,
            @ForAll @IntRange(max = 59) int place,
            @ForAll @Size(max = 5) List<@IntRange(max = 40) Integer> cuts) {
        byte[] body = expected.clone();
        body[place % body.length]++;
        byte[] before = expected.clone();
        LimitedBody limited = new LimitedBody(head(-1), expected, LIMIT);

        addInPieces(limited, body, cuts);

        assertThat(limited.bytes()).isEqualTo(body);
        assertThat(expected).isEqualTo(before);
    }

    @Property
    void shorterAndLongerBodiesAreNotWhatWasExpected(
            @ForAll @Size(min = 1) byte[] expected, @ForAll @IntRange(min = -1, max = 1) int more) {
        byte[] body = Arrays.copyOf(expected, expected.length + more);
        LimitedBody limited = new LimitedBody(head(-1), expected, LIMIT);

        limited.add(Unpooled.wrappedBuffer(body));

        assertThat(limited.bytes()).isEqualTo(body);
    }

    @Property(tries = 20)
    void tooLargeABodyIsRefusedAsSoonAsItIsKnown(@ForAll boolean expected, @ForAll @IntRange(min = 1) int more) {
        byte[] known = expected ? new byte[LIMIT] : null;
        assertThatThrownBy(() -> new LimitedBody(head(LIMIT + (long) more), known, LIMIT))
                .isInstanceOf(DataBufferLimitException.class);

        LimitedBody limited = new LimitedBody(head(-1), known, LIMIT);
        limited.add(Unpooled.wrappedBuffer(new byte[LIMIT]));
        assertThatThrownBy(() -> limited.add(Unpooled.wrappedBuffer(new byte[1])))
                .isInstanceOf(DataBufferLimitException.class);
    }

    private static void addInPieces(LimitedBody limited, byte[] body, List<Integer> cuts) {
        int from = 0;
        for (int cut : cuts) {
            int to = Math.min(body.length, from + cut);
            limited.add(Unpooled.wrappedBuffer(body, from, to - from));
            from = to;
        }
        limited.add(Unpooled.wrappedBuffer(body, from, body.length - from));
    }

    private static AnswerHead head(long length) {
        HttpHeaders headers = new HttpHeaders();
        if (length >= 0) {
            headers.setContentLength(length);
        }
        return new AnswerHead(HttpStatus.OK, headers);
    }
}
