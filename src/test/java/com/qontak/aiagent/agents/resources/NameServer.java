package com.qontak.aiagent.agents.resources;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A name server on loopback. {@code changes.example} has another IPv4 address at every question, told to hold for an hour;
 * {@code silent-…} is never answered, and nothing else is there.
 */
final class NameServer implements AutoCloseable {

    private static final int HEAD = 12;
    private static final int HOUR = 3600;
    private static final int TYPE_A = 1;

    private final DatagramSocket socket;
    private int asked;

    private NameServer(DatagramSocket socket) {
        this.socket = socket;
    }

    static NameServer start() throws SocketException {
        NameServer server = new NameServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(server::answerAll, "name-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void answerAll() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()));
                if (answer.length > 0) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                socket.close();
            }
        }
    }

    private byte[] answer(byte[] question) {
        int end = HEAD;
        StringBuilder name = new StringBuilder();
        while (question[end] != 0) {
            name.append(new String(question, end + 1, question[end], StandardCharsets.US_ASCII))
                    .append('.');
            end += question[end] + 1;
        }
        int type = question[end + 2];
        end += 5;
        if (name.toString().startsWith("silent-")) {
            return new byte[0];
        }
        boolean known = name.toString().equals("changes.example.");
        boolean told = known && type == TYPE_A;
        ByteBuffer answer = ByteBuffer.allocate(512)
                .put(question, 0, 2)
                .putShort((short) (known ? 0x8180 : 0x8183))
                .putShort((short) 1)
                .putShort((short) (told ? 1 : 0))
                .putInt(0)
                .put(question, HEAD, end - HEAD);
        if (told) {
            answer.putShort((short) 0xC00C)
                    .putShort((short) TYPE_A)
                    .putShort((short) 1)
                    .putInt(HOUR)
                    .putShort((short) 4)
                    .put(new byte[] {(byte) 203, 0, 113, (byte) ++asked});
        }
        return Arrays.copyOf(answer.array(), answer.position());
    }
}
