package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestValidatorTests {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();

    private final RequestValidator requests = new RequestValidator(FACTORY.getValidator());

    private record Order(
            @NotBlank String title, @Nullable @Size(max = 2) List<@NotNull @Size(max = 3) String> articleIds) {}

    private record Prompt(@Size(min = 2, max = 3) String text) {}

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @Test
    void everyBreachIsNamedByItsPointer() {
        assertThat(found(new Order(" ", List.of("a", "four", "c"))))
                .containsExactly("too_many /article_ids", "too_long /article_ids/1", "required /title");
    }

    @Test
    void listWithoutAnEndIsRefusedAlone() {
        assertThat(found(new Order(" ", Collections.nCopies(1_000_000, null))))
                .containsExactly("too_many /article_ids");
        assertThat(requests.findings(new Order("x", Collections.nCopies(3_001, "a")))
                        .get(0)
                        .arguments())
                .containsExactly(2);
    }

    @Test
    void listThatIsLeftOutIsNone() {
        assertThat(requests.findings(new Order("x", null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a, invalid_format /text",
        "😀, invalid_format /text",
        "😀😀,",
        "😀😀😀,",
        "aé😀,",
        "😀😀😀😀, too_long /text"
    })
    void textIsMeasuredInCharactersWhateverTheyTake(String text, @Nullable String finding) {
        assertThat(found(new Prompt(text))).isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    private List<String> found(Record request) {
        return requests.findings(request).stream()
                .map(finding -> finding.code() + " " + finding.pointer())
                .toList();
    }
}
