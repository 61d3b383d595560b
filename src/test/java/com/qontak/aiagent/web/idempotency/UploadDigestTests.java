package com.qontak.aiagent.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UploadDigestTests {

    @Property(tries = 300)
    void boundaryAndPortionsDoNotCount(
            @ForAll @Size(max = 200) byte[] file,
            @ForAll @IntRange(min = 1, max = 50) int portion,
            @ForAll @IntRange(min = 1, max = 50) int otherPortion) {
        assertThat(digest("one-1-one-1-two", file, portion))
                .isEqualTo(digest("----formdata-zzzzzzzzzzzzzz", file, otherPortion));
    }

    @Property(tries = 300)
    void oneOtherByteCounts(@ForAll @Size(min = 1, max = 200) byte[] file, @ForAll int place) {
        byte[] other = file.clone();
        other[Math.floorMod(place, file.length)] ^= 1;

        assertThat(digest("boundary", file, 7)).isNotEqualTo(digest("boundary", other, 7));
    }

    @Property(tries = 300)
    void whatLooksLikeTheBoundaryForAWhileCounts(@ForAll @IntRange(min = 1, max = 15) int length) {
        byte[] nearly = "--one-1-one-1-two".substring(0, length).getBytes(StandardCharsets.US_ASCII);

        assertThat(digest("one-1-one-1-two", nearly, 3))
                .isEqualTo(digest("another", nearly, 5))
                .isNotEqualTo(digest("one-1-one-1-two", new byte[length], 3));
    }

    @Test
    void placeOfABoundaryCounts() {
        assertThat(digest("b", "x--by", 4)).isNotEqualTo(digest("b", "xy--b", 4));
    }

    @Test
    void whatFollowsTheClosingBoundaryDoesNotCount() {
        UploadDigest digest = new UploadDigest("b");
        byte[] closed = "--b\r\n\r\nx\r\n--b--".getBytes(StandardCharsets.US_ASCII);
        digest.update(closed, 0, closed.length);

        assertThat(digest.isClosed()).isTrue();
        assertThat(digest.value()).isEqualTo(digest("b", "x", 100));
    }

    private static byte[] digest(String boundary, String file, int portion) {
        return digest(boundary, file.getBytes(StandardCharsets.US_ASCII), portion);
    }

    private static byte[] digest(String boundary, byte[] file, int portion) {
        byte[] head = ("--" + boundary + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + boundary + "--\r\nepilogue").getBytes(StandardCharsets.US_ASCII);
        byte[] body = new byte[head.length + file.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(file, 0, body, head.length, file.length);
        System.arraycopy(tail, 0, body, head.length + file.length, tail.length);
        UploadDigest digest = new UploadDigest(boundary);
        for (int start = 0; start < body.length; start += portion) {
            digest.update(body, start, Math.min(portion, body.length - start));
        }
        return digest.value();
    }
}
