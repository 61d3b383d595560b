package com.qontak.aiagent.agents.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ResourceTextsTests {

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        Properties english = texts("/messages/resources.properties");
        Properties indonesian = texts("/messages/resources_id.properties");

        assertThat(indonesian.stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(english.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(indonesian.getProperty(key)).isNotBlank().isNotEqualTo(english.getProperty(key)));
    }

    private static Properties texts(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(ResourceTextsTests.class.getResourceAsStream(bundle), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
