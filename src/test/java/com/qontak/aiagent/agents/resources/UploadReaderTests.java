package com.qontak.aiagent.agents.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@Timeout(30)
class UploadReaderTests {

    private static final DataSize LIMIT = DataSize.ofMegabytes(20);
    private static final Set<String> CAPABILITIES = Set.of("order_status", "sales");

    private final Scheduler threads = Schedulers.newBoundedElastic(2, 10, "upload", 60, true);
    private final UploadReader reader =
            new UploadReader(threads, new ResourceProperties(LIMIT, Duration.ofMinutes(10), 2, false));

    @AfterEach
    void stop() {
        threads.dispose();
    }

    @Test
    void fileAndWhatStandsAroundItAreReadInAnyOrder() {
        Upload upload = read(new Form()
                .field("capability_ids", "sales")
                .file("C:\\docs\\harga \"baru\".txt", SampleFiles.PDF)
                .field("title", " Daftar harga ")
                .field("capability_ids", "order_status")
                .whole());

        assertThat(upload.fileName()).startsWith("harga");
        assertThat(upload.mediaType()).isEqualTo("application/pdf");
        assertThat(content(upload)).isEqualTo(SampleFiles.PDF);
        assertThat(upload.details().block())
                .isEqualTo(new Upload.Details("Daftar harga", List.of("sales", "order_status")));
    }

    @Test
    void fileWithoutATitleGoesByItsName() {
        Upload upload =
                read(new Form().file("/tmp/Retur — baru.pdf", SampleFiles.PDF).whole());
        content(upload);

        assertThat(upload.details().block().title()).isEqualTo("Retur — baru.pdf");
    }

    @Test
    void longestNameOfAFileIsTakenWhateverItsCharactersTake() {
        String longest = "価格表" + "😀".repeat(248) + ".pdf";
        Upload upload = read(new Form().file(longest, SampleFiles.PDF).whole());
        content(upload);

        assertThat(upload.details().block().title()).isEqualTo(longest);
    }

    @Test
    void nameThatIsTooLongLosesWholeCharactersOfItsBeginning() {
        Upload upload = read(new Form()
                .file("x".repeat(9) + "😀".repeat(255), SampleFiles.PDF)
                .whole());

        assertThat(upload.fileName()).isEqualTo("😀".repeat(255));
    }

    @Test
    void titleIsMeasuredInCharacters() {
        Upload upload = read(new Form()
                .field("title", "😀".repeat(255))
                .file("a.pdf", SampleFiles.PDF)
                .whole());
        content(upload);

        assertThat(upload.details().block().title()).isEqualTo("😀".repeat(255));
    }

    static Stream<Arguments> refusedBeforeTheFile() {
        return Stream.of(
                Arguments.of("no file", new Form().field("title", "x"), "required", "/file"),
                Arguments.of("file as a text", new Form().field("file", "x"), "required", "/file"),
                Arguments.of("empty file", new Form().file("a.pdf", new byte[0]), "empty_file", "/file"),
                Arguments.of(
                        "exe named pdf", new Form().file("a.pdf", SampleFiles.EXE), "unsupported_file_type", "/file"),
                Arguments.of(
                        "unknown field",
                        new Form().field("a/b", "x").file("a.pdf", SampleFiles.PDF),
                        "unknown_field",
                        "/a~1b"),
                Arguments.of(
                        "unknown capability",
                        new Form()
                                .field("capability_ids", "sales")
                                .field("capability_ids", "retur")
                                .file("a.pdf", SampleFiles.PDF),
                        "unknown_capability",
                        "/capability_ids/1"),
                Arguments.of(
                        "long title",
                        new Form().field("title", "x".repeat(256)).file("a.pdf", SampleFiles.PDF),
                        "too_long",
                        "/title"),
                Arguments.of(
                        "long title of emoji",
                        new Form().field("title", "😀".repeat(256)).file("a.pdf", SampleFiles.PDF),
                        "too_long",
                        "/title"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedBeforeTheFile(String name, Form form, String code, String pointer) {
        assertThat(refusal(() -> read(form.whole())).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo(pointer);
        });
    }

    static Stream<Arguments> refusedAfterTheFile() {
        return Stream.of(
                Arguments.of(
                        "second file", new Form().file("a.pdf", SampleFiles.PDF).file("b.pdf", SampleFiles.PDF)),
                Arguments.of(
                        "unknown field",
                        new Form().file("a.pdf", SampleFiles.PDF).field("colour", "x")),
                Arguments.of(
                        "unknown capability",
                        new Form().file("a.pdf", SampleFiles.PDF).field("capability_ids", "retur")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusedAfterTheFile(String name, Form form) {
        Upload upload = read(form.whole());
        content(upload);

        assertThat(refusal(() -> upload.details().block()).type()).isEqualTo(ProblemType.INVALID_INPUT);
    }

    @Test
    void allFindingsAreToldAtOnce() {
        Form form =
                new Form().field("colour", "x").field("title", "x".repeat(256)).field("capability_ids", "retur");

        assertThat(refusal(() -> read(form.whole())).findings()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--edge\r\n",
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\u0000.pdf\"\r\n\r\n%PDF-1\r\n--edge--",
                "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PD"
            })
    void whatIsNoFormIsMalformed(String body) {
        InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(() -> read(bytes)).type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "--edge--", "--edge--\r\n"})
    void bodyWithoutAPartHasNoFile(String body) {
        InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(() -> read(bytes)).findings())
                .extracting(Finding::code)
                .containsExactly("required");
    }

    @Test
    void callerWhoBreaksOffInTheMiddleOfAFileFailsItsContent() {
        Upload upload = read(new Form().file("a.pdf", new PdfStream(500_000)).brokenOff());

        assertThat(refusal(() -> content(upload)).type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void largestFileIsTakenAndOneByteMoreIsTooLarge() {
        Upload largest =
                read(new Form().file("a.pdf", new PdfStream(LIMIT.toBytes())).whole());
        Upload larger = read(
                new Form().file("a.pdf", new PdfStream(LIMIT.toBytes() + 1)).whole());

        assertThat(length(largest)).isEqualTo(LIMIT.toBytes());
        assertThat(refusal(() -> length(larger)).type()).isEqualTo(ProblemType.PAYLOAD_TOO_LARGE);
    }

    @Test
    void noMoreIsReadThanIsAskedForBeyondTheFirstBytes() {
        PdfStream file = new PdfStream(LIMIT.toBytes());

        Upload upload = read(new Form().file("a.pdf", file).whole());
        long before = file.given();
        StepVerifier.create(upload.content().doOnNext(DataBufferUtils::release), 0)
                .thenRequest(20)
                .expectNextCount(20)
                .thenCancel()
                .verify();

        assertThat(before).isBetween((long) FileType.PREFIX, FileType.PREFIX + 16L * 1024);
        assertThat(file.given()).isLessThan(FileType.PREFIX + 20L * 8 * 1024);
    }

    private Upload read(InputStream body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/") {
            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(body);
            }
        };
        request.setContentType(Form.TYPE);
        return reader.read(new ArrivingBody(request), CAPABILITIES).block();
    }

    private static byte[] content(Upload upload) {
        DataBuffer whole = DataBufferUtils.join(upload.content()).block();
        byte[] bytes = new byte[whole.readableByteCount()];
        whole.read(bytes);
        return bytes;
    }

    private static long length(Upload upload) {
        return upload.content()
                .map(DataBuffer::readableByteCount)
                .reduce(0L, Long::sum)
                .block();
    }

    private static ProblemException refusal(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call);
    }
}
