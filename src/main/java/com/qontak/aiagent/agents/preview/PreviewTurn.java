package com.qontak.aiagent.agents.preview;

import com.qontak.aiagent.agents.pack.CapabilityPack;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One turn to try.
 *
 * @param message what the customer says
 * @param sessionId the conversation it belongs to; null to begin one
 * @param unsavedPack a valid pack to try; empty for the agent's newest version
 */
public record PreviewTurn(String message, @Nullable String sessionId, Optional<CapabilityPack> unsavedPack) {}
