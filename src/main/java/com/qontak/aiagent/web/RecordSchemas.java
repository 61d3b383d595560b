package com.qontak.aiagent.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells from a record's null marks what is always there and what may be null, so that a generated client knows it, too.
 */
final class RecordSchemas extends ModelResolver {

    private static final String REFERENCE = "#/components/schemas/";

    RecordSchemas(ObjectMapper json) {
        super(json);
        openapi31(true);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library has it
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> resolved = super.resolve(type, context, next);
        Class<?> raw = _mapper.constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord()) {
            Schema<?> model = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels().get(resolved.get$ref().substring(REFERENCE.length()));
            if (model != null && model.getProperties() != null) {
                describe(model, raw);
            }
        }
        return resolved;
    }

    private void describe(Schema<?> model, Class<?> type) {
        boolean omitsNull = omitsNull(type.getAnnotation(JsonInclude.class));
        for (RecordComponent component : type.getRecordComponents()) {
            String name = Naming.snakeCase(component.getName());
            Schema<?> property = model.getProperties().get(name);
            if (property != null && component.getType() == JsonNode.class && isTree(property)) {
                property = anyJson(property, component.getAccessor());
                model.getProperties().put(name, property);
            }
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(model, component.getType());
            } else if (property != null && isRequired(component)) {
                require(model, name);
            } else if (property != null
                    && !omitsNull
                    && !omitsNull(component.getAccessor().getAnnotation(JsonInclude.class))) {
                model.getProperties().put(name, nullable(property));
            }
        }
    }

    // What a request must name may still be missing where it is read, and says so of itself.
    private static boolean isRequired(RecordComponent component) {
        io.swagger.v3.oas.annotations.media.Schema said =
                component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || said != null && said.requiredMode() == RequiredMode.REQUIRED;
    }

    private static boolean isTree(Schema<?> property) {
        return (REFERENCE + "JsonNode").equals(property.get$ref());
    }

    // A tree may be any JSON, unless its field says that it is an object.
    private Schema<?> anyJson(Schema<?> property, Method accessor) {
        Schema<?> any = new Schema<>().description(property.getDescription());
        any.setName(property.getName());
        io.swagger.v3.oas.annotations.media.Schema said =
                accessor.getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (said != null && said.types().length > 0) {
            any.setTypes(Set.of(said.types()));
        }
        if (said != null && !said.example().isEmpty()) {
            any.setExample(tree(said.example()));
        }
        return any;
    }

    private JsonNode tree(String text) {
        try {
            return _mapper.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("An example is not JSON: " + text, malformed);
        }
    }

    private static boolean omitsNull(@Nullable JsonInclude inclusion) {
        return inclusion != null && inclusion.value() == JsonInclude.Include.NON_NULL;
    }

    private static void require(Schema<?> model, String name) {
        Set<String> required = new LinkedHashSet<>(model.getRequired() == null ? List.of() : model.getRequired());
        required.add(name);
        model.setRequired(List.copyOf(required));
    }

    private static <T> void allowNull(Schema<T> property) {
        if (property.getEnum() != null) {
            List<T> choices = new ArrayList<>(property.getEnum());
            choices.add(null);
            property.setEnum(choices);
        }
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            Schema<?> either = new Schema<>().description(property.getDescription());
            either.setName(property.getName());
            return either.anyOf(List.of(new Schema<>().$ref(property.get$ref()), new Schema<>().types(Set.of("null"))));
        }
        if (property.getTypes() != null && property.getAnyOf() == null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
            allowNull(property);
        }
        return property;
    }
}
