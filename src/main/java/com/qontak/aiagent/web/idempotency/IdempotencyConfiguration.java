package com.qontak.aiagent.web.idempotency;

import static com.qontak.aiagent.web.idempotency.IdempotencyInterceptor.KEY_HEADER;
import static com.qontak.aiagent.web.idempotency.IdempotencyInterceptor.REPLAYED_HEADER;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts idempotency behind the caller and the limits, and says in the OpenAPI document which calls honour it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IdempotencyConfiguration implements WebMvcConfigurer {

    // Behind the interceptors that find out who is calling, and whether they may.
    private static final int ORDER = 20;
    private static final int LONGEST_KEY = 255;

    private final IdempotencyInterceptor interceptor;

    IdempotencyConfiguration(IdempotencyInterceptor interceptor) {
        this.interceptor = interceptor;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor).order(ORDER);
    }

    @Bean
    static OperationCustomizer idempotentOperations() {
        return (operation, handler) -> {
            if (handler.hasMethodAnnotation(Idempotent.class)) {
                describe(operation);
            }
            return operation;
        };
    }

    private static void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().removeIf(parameter -> KEY_HEADER.equalsIgnoreCase(parameter.getName()));
        }
        operation.addParametersItem(new HeaderParameter()
                .name(KEY_HEADER)
                .required(false)
                .schema(key())
                .description("1 to 255 visible ASCII characters of your choice, no blanks, new for each request: when"
                        + " you repeat the request with it within 24 hours, you get the first answer again and nothing"
                        + " is made twice."));
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeaderObject(
                        REPLAYED_HEADER,
                        new Header()
                                .schema(new StringSchema())
                                .description("`true` when this is the answer to an earlier request."));
            }
        });
    }

    // Without a pattern, which would take from clients of the last release what its document let them send.
    // An example of the parameter itself would be filled in, and sent, by everybody who tries the call.
    private static StringSchema key() {
        StringSchema key = new StringSchema();
        key.setMinLength(1);
        key.setMaxLength(LONGEST_KEY);
        key.setExamples(List.of("save-toko-maju-1"));
        return key;
    }
}
