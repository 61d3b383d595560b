package com.qontak.aiagent.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/** Checks the constraints on a request record and names each breach by pointer, so that all are answered at once. */
@Component
public class RequestValidator {

    private static final Map<String, String> CODES = Map.of(
            "NotNull", "required",
            "NotBlank", "required",
            "NotEmpty", "required");

    private static final int MOST_ITEMS = 3_000;

    private final Validator validator;

    RequestValidator(Validator validator) {
        this.validator = validator;
    }

    /**
     * @param request a request record with Jakarta Validation constraints
     * @return one finding a breach, ordered by pointer; empty when there is none. A list of more than 3 000 items is
     *     refused without a look at anything else
     */
    public List<Finding> findings(Object request) {
        List<Finding> endless = endlessLists(request);
        if (!endless.isEmpty()) {
            return endless;
        }
        return validator.validate(request).stream()
                .map(RequestValidator::finding)
                .sorted(Comparator.comparing(Finding::pointer))
                .toList();
    }

    /**
     * @param request a request record with Jakarta Validation constraints
     * @throws ProblemException {@code invalid-input} (422) with every breach
     */
    public void check(Object request) {
        List<Finding> findings = findings(request);
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
    }

    // Each item would be judged, and a million of them are a million breaches.
    private static List<Finding> endlessLists(Object request) {
        return Optional.ofNullable(request.getClass().getRecordComponents()).stream()
                .flatMap(Arrays::stream)
                .filter(field -> value(field, request) instanceof Collection<?> items && items.size() > MOST_ITEMS)
                .map(field -> Finding.error("too_many", "/" + Naming.snakeCase(field.getName()), most(field)))
                .toList();
    }

    private static @Nullable Object value(RecordComponent field, Object request) {
        Method accessor = field.getAccessor();
        accessor.setAccessible(true);
        return ReflectionUtils.invokeMethod(accessor, request);
    }

    private static int most(RecordComponent field) {
        Size size = field.getAccessor().getAnnotation(Size.class);
        return size == null ? MOST_ITEMS : size.max();
    }

    private static Finding finding(ConstraintViolation<?> breach) {
        String pointer = pointer(breach.getPropertyPath().toString());
        Annotation constraint = breach.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof Size size) {
            return size(breach.getInvalidValue(), pointer, size);
        }
        String name = constraint.annotationType().getSimpleName();
        String code = CODES.getOrDefault(name, "invalid_format");
        return code.equals("required")
                ? Finding.error(code, pointer, pointer.substring(pointer.lastIndexOf('/') + 1))
                : Finding.error(code, pointer);
    }

    private static Finding size(Object value, String pointer, Size size) {
        if (!(value instanceof String text)) {
            return Finding.error("too_many", pointer, size.max());
        }
        return SizeInCharacters.of(text) > size.max()
                ? Finding.error("too_long", pointer, size.max())
                : Finding.error("invalid_format", pointer, size.min()).worded("too_short");
    }

    private static String pointer(String path) {
        return "/"
                + Naming.snakeCase(path.replace(".<list element>", "").replaceAll("\\[(\\d+)]", "/$1"))
                        .replace('.', '/');
    }
}
