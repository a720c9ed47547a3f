package care.vestibule.messaging.texts;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A file of {@code key=text} lines in UTF-8, which remembers where each stands. */
record TextFile(Path path, List<Line> lines) {

  static TextFile read(Path path) {
    try {
      var text = Files.readAllLines(path);
      var lines = new ArrayList<Line>();
      var keys = new HashSet<String>();
      for (int number = 1; number <= text.size(); number++) {
        var line = text.get(number - 1).strip();
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        int split = line.indexOf('=');
        if (split <= 0) {
          throw new InvalidClinicTexts(path, number, "a line is key=text");
        }
        var key = line.substring(0, split).strip();
        if (!keys.add(key)) {
          throw new InvalidClinicTexts(path, number, key + " stands here for the second time");
        }
        lines.add(new Line(number, key, line.substring(split + 1).strip()));
      }
      return new TextFile(path, lines);
    } catch (CharacterCodingException e) {
      throw new InvalidClinicTexts(path, 0, "the file is not in UTF-8");
    } catch (IOException e) {
      throw new InvalidClinicTexts(path, 0, "the file cannot be read");
    }
  }

  InvalidClinicTexts refuse(Line line, String why) {
    return new InvalidClinicTexts(path, line.number(), why);
  }

  /** One line. */
  record Line(int number, String key, String text) {}
}
