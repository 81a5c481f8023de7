import com.adobe.epubcheck.tool.EpubChecker;

/**
 * Runs EPUBCheck on many EPUBs in one Java machine, whose start takes longer than most of them:
 *
 *     java -cp epubcheck.jar Epubcheck.java a.epub a.json b.epub b.json
 *
 * Writes what EPUBCheck says of each to the file behind it.
 */
public class Epubcheck {
  public static void main(String[] arguments) {
    for (int i = 0; i + 1 < arguments.length; i += 2)
      new EpubChecker().run(new String[] {arguments[i], "--json", arguments[i + 1], "--quiet"});
  }
}
