package com.qontak.aiagent.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Writes a value as any answer is written, for a {@link PreparedAnswer}. */
@Component
public class JsonBytes {

    private final ObjectMapper json;

    JsonBytes(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param value what a handler would answer
     * @return its JSON in UTF-8
     */
    public byte[] of(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
