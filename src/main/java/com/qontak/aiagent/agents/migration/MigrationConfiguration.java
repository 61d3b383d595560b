package com.qontak.aiagent.agents.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Reads the rules of migration once; rules that cannot be used keep the service from starting. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    @Bean
    MappingRules mappingRules(MigrationProperties properties) throws IOException {
        return read(properties.mappingRules());
    }

    static MappingRules read(Resource rules) throws IOException {
        try (InputStream json = rules.getInputStream()) {
            return JSON.readValue(json, MappingRules.class);
        } catch (JsonProcessingException unusable) {
            throw new IllegalArgumentException(
                    "The rules of migration are not usable: " + unusable.getOriginalMessage(), unusable);
        }
    }
}
