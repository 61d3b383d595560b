package com.qontak.aiagent.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Measures a text with {@link Size} in characters (code points), as the JSON Schema of the pack and the API document do.
 * The validator that comes with the library counts a character beyond the first 65 536, such as an emoji, as two.
 * <p>It is found as a service, and goes before that one since {@link String} is the narrower type.
 */
public final class SizeInCharacters implements ConstraintValidator<Size, String> {

    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
        this.min = size.min();
        this.max = size.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int characters = of(text);
        return characters >= min && characters <= max;
    }

    /**
     * @param text any text
     * @return how many characters it has
     */
    public static int of(String text) {
        return text.codePointCount(0, text.length());
    }
}
