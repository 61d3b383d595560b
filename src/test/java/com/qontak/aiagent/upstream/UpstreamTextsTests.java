package com.qontak.aiagent.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamTextsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The prompt is too vague. Say what the shop sells.",
                "Prompt ini terlalu umum: sebutkan apa yang dijual, misalnya \"sepatu\".",
                "At most 1.500 characters, or 2,5 pages (see point 3.2).",
                "Say what the shop sells, e.g. shoes, and by 5 p.m. at the latest.",
                "We cannot read menu.pdf of tokopedia.com for Node.js.",
                "Two things:\\nthe name, and the tone (max:100).",
                "At most Rp1.500.000 or 1.000.000.000 by 12.05.2026.",
                "Try again after 10:30 …"
            })
    void whatAPersonWouldSayIsTold(String text) {
        assertThat(UpstreamTexts.tellable(text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "see http://model.internal/trace",
                "model-router.ml.svc.cluster.local:8080: connection refused",
                "connection to db-7:5432 refused",
                "no route to 10.2.33.4",
                "127.0.0.1 timed out",
                "connection to 10.0.0.5 refused",
                "mrag.internal:443 refused",
                "no route to [fe80::1]",
                "java.lang.NullPointerException",
                "failed\n\tat Router",
                "ask someone@example.com"
            })
    void whatOnlyAMachineWouldIsNot(String text) {
        assertThat(UpstreamTexts.tellable(text)).isEmpty();
    }
}
