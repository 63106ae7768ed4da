package org.telescribe.viewer3d.scene.mesh;

import org.telescribe.devices.core.robot.RobotDescriptionException;

/// The words of one line of a text file.
final class WordReader {
    private final String[] words;
    private final String place;

    WordReader(String line, String place) {
        this.words = line.strip().split("\\s+", -1);
        this.place = place;
    }

    int count() {
        return words.length;
    }

    String word(int index) throws RobotDescriptionException {
        if (index >= words.length) {
            throw new RobotDescriptionException("%s: %d words, at least %d are needed. Export the file again."
                    .formatted(place, words.length, index + 1));
        }
        return words[index];
    }

    double number(int index) throws RobotDescriptionException {
        String word = word(index);
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException reason) {
            throw new RobotDescriptionException(
                    "%s: \"%s\" is not a number. Export the file again.".formatted(place, word), reason);
        }
        throw new RobotDescriptionException(
                "%s: \"%s\" is not a finite number. Export the file again.".formatted(place, word));
    }
}
