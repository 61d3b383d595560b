package com.qontak.aiagent.upstream;

/**
 * An answer that nothing is missing of, not yet read. Whatever passes the client's exchange is kept by it for as long as
 * the request is: these bytes, and not what is made of them, which takes several times as much.
 *
 * @param head its status and headers
 * @param body empty for none
 */
record WholeAnswer(AnswerHead head, byte[] body) {}
