/** Adapter of {@code chatbot-ai}, the service that drafts and refines packs. */
@NullMarked
package com.qontak.aiagent.upstream.chatbotai;

import org.jspecify.annotations.NullMarked;
