package com.qontak.aiagent.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks the constraints on a request record and names each breach by pointer, so that all are answered at once. */
@Component
public class RequestValidator {

    private static final Map<String, String> CODES = Map.of(
            "NotNull", "required",
            "NotBlank", "required",
            "NotEmpty", "required");

    private final Validator validator;

    RequestValidator(Validator validator) {
        this.validator = validator;
    }

    /**
     * @param request a request record with Jakarta Validation constraints
     * @return one finding a breach, ordered by pointer; empty when there is none
     */
    public List<Finding> findings(Object request) {
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
        if (!(value instanceof CharSequence text)) {
            return Finding.error("too_many", pointer, size.max());
        }
        return text.length() > size.max()
                ? Finding.error("too_long", pointer, size.max())
                : Finding.error("invalid_format", pointer, size.min()).worded("too_short");
    }

    private static String pointer(String path) {
        return "/"
                + Naming.snakeCase(path.replace(".<list element>", "").replaceAll("\\[(\\d+)]", "/$1"))
                        .replace('.', '/');
    }
}
