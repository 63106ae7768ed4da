package org.telescribe.viewer3d.scene.mesh;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.telescribe.devices.core.robot.RobotDescriptionException;

/// Reads STL, binary and text. The normals in the file are not used: many programs write zeros.
final class StlReader {
    private static final int HEADER = 80;
    private static final int RECORD = 50;

    private StlReader() {}

    static TriangleSoup read(byte[] content, String place) throws RobotDescriptionException {
        boolean text = content.length >= 5
                && new String(content, 0, 5, StandardCharsets.US_ASCII).equals("solid")
                && !hasBinaryLength(content);
        return text ? text(content, place) : binary(content, place);
    }

    private static boolean hasBinaryLength(byte[] content) {
        return content.length >= HEADER + 4 && content.length == HEADER + 4 + RECORD * saidTriangles(content);
    }

    private static long saidTriangles(byte[] content) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(HEADER));
    }

    private static TriangleSoup binary(byte[] content, String place) throws RobotDescriptionException {
        if (content.length < HEADER + 4) {
            throw new RobotDescriptionException(
                    "%s: the file ends after %d bytes, an STL file has at least %d. Copy the file again."
                            .formatted(place, content.length, HEADER + 4));
        }
        long triangles = saidTriangles(content);
        long fits = ((long) content.length - HEADER - 4) / RECORD;
        if (fits < triangles) {
            throw new RobotDescriptionException(
                    "%s, byte %d: the file says %,d triangles and ends after %,d. Copy the file again."
                            .formatted(place, content.length, triangles, fits));
        }
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        TriangleSoup soup = new TriangleSoup();
        float[] c = new float[9];
        for (int triangle = 0; triangle < triangles; triangle++) {
            int at = HEADER + 4 + RECORD * triangle + 12;
            for (int i = 0; i < 9; i++) {
                c[i] = in.getFloat(at + 4 * i);
                if (!Float.isFinite(c[i])) {
                    throw new RobotDescriptionException(
                            "%s, triangle %,d: a corner is not a number. Export the file again."
                                    .formatted(place, triangle));
                }
            }
            soup.add(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8]);
        }
        return soup;
    }

    private static TriangleSoup text(byte[] content, String place) throws RobotDescriptionException {
        TriangleSoup soup = new TriangleSoup();
        double[] c = new double[9];
        int found = 0;
        int line = 0;
        for (String row : new String(content, StandardCharsets.UTF_8).lines().toList()) {
            line++;
            String words = row.strip();
            if (words.startsWith("vertex")) {
                WordReader reader = new WordReader(words, "%s, line %d".formatted(place, line));
                for (int axis = 0; axis < 3; axis++) {
                    c[found % 9] = reader.number(1 + axis);
                    found++;
                }
                if (found % 9 == 0) {
                    soup.add(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8]);
                }
            }
        }
        if (found == 0 || found % 9 != 0) {
            throw new RobotDescriptionException(
                    "%s, line %d: the file ends within a triangle or has none. Copy the file again."
                            .formatted(place, line));
        }
        return soup;
    }
}
