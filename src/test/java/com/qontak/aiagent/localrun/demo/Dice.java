package com.qontak.aiagent.localrun.demo;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/** Chance that falls the same way every time: the same seed and questions give the same answers, on every Java. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** Mostly near the median and sometimes many times it, as waiting and talking are. */
    double skewed(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    /** As {@link #skewed}, to the millisecond. */
    Duration minutes(double median, double spread) {
        return Duration.ofMillis(Math.round(skewed(median, spread) * 60_000));
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> T pick(List<T> choices, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.get(choices.size() - 1);
    }

    /** A random (version 4) identifier. */
    UUID uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
