package com.qontak.aiagent.impact.rooms;

import com.qontak.aiagent.impact.period.Slice;
import java.util.function.Function;

/** Gives the rooms as they stood at one moment, so that all figures of an answer agree with each other. */
public interface RoomsReader {

    /**
     * @param slice what the answer is about, and when it is given
     * @param use asks the rooms; it may be called a second time, so it does nothing else
     * @param <T> what it makes of them
     * @return its result
     * @throws org.springframework.dao.DataAccessException if the rooms cannot be read (transient)
     */
    <T> T read(Slice slice, Function<Reading, T> use);
}
