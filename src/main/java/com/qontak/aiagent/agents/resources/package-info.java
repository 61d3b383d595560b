/** The knowledge of an agent under {@code …/resources}: files, web pages and snippets, and how far each has come. */
@NullMarked
package com.qontak.aiagent.agents.resources;

import org.jspecify.annotations.NullMarked;
