package org.telescribe.viewer3d.scene.mesh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.telescribe.devices.core.robot.RobotDescriptionException;

/// Reads the shapes of OBJ files: corners and faces. Materials, textures and normals are not used.
final class ObjReader {
    private ObjReader() {}

    static TriangleSoup read(byte[] content, String place) throws RobotDescriptionException {
        List<double[]> corners = new ArrayList<>();
        TriangleSoup soup = new TriangleSoup();
        int line = 0;
        for (String row : new String(content, StandardCharsets.UTF_8).lines().toList()) {
            line++;
            WordReader words = new WordReader(row, "%s, line %d".formatted(place, line));
            if (row.startsWith("v ") || row.startsWith("v\t")) {
                corners.add(new double[] {words.number(1), words.number(2), words.number(3)});
            } else if (row.startsWith("f ") || row.startsWith("f\t")) {
                face(words, corners, soup, "%s, line %d".formatted(place, line));
            }
        }
        if (soup.triangles() == 0) {
            throw new RobotDescriptionException(
                    "%s, line %d: the file ends without a face. Copy the file again.".formatted(place, line));
        }
        return soup;
    }

    private static void face(WordReader words, List<double[]> corners, TriangleSoup soup, String place)
            throws RobotDescriptionException {
        double[] first = corner(words.word(1), corners, place);
        double[] before = corner(words.word(2), corners, place);
        for (int i = 3; i < Math.max(4, words.count()); i++) {
            double[] next = corner(words.word(i), corners, place);
            soup.add(first[0], first[1], first[2], before[0], before[1], before[2], next[0], next[1], next[2]);
            before = next;
        }
    }

    private static double[] corner(String word, List<double[]> corners, String place) throws RobotDescriptionException {
        int slash = word.indexOf('/');
        try {
            int said = Integer.parseInt(slash < 0 ? word : word.substring(0, slash));
            int index = said < 0 ? corners.size() + said : said - 1;
            if (index >= 0 && index < corners.size()) {
                return corners.get(index);
            }
        } catch (NumberFormatException reason) {
            throw new RobotDescriptionException(
                    "%s: \"%s\" does not name a corner. Export the file again.".formatted(place, word), reason);
        }
        throw new RobotDescriptionException("%s: corner %s does not exist, there are %,d. Export the file again."
                .formatted(place, word, corners.size()));
    }
}
