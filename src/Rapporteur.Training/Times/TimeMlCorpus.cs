using System.Text;
using System.Xml;
using System.Xml.Linq;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Reads TimeML files: the text of <c>TEXT</c> with the spans of its TIMEX3 elements, and the document creation time.</summary>
internal static class TimeMlCorpus
{
    internal static IEnumerable<GoldTimeDocument> Read(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (Document(file) is { } document) yield return document;
    }

    private static GoldTimeDocument? Document(string file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };
        using var reader = XmlReader.Create(file, settings);
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
        if (root?.Descendants("TEXT").FirstOrDefault() is not { } body) return null;
        var created = root.Descendants("TIMEX3").FirstOrDefault(timex => (string?)timex.Attribute("functionInDocument") is "CREATION_TIME" or "PUBLICATION_TIME");
        var (text, times) = (new StringBuilder(), new List<GoldTime>());
        Walk(body, text, times);
        var day = ((string?)created?.Attribute("value") ?? "").Split('T')[0];
        return new(GoldTimes.Source(Path.GetFileNameWithoutExtension(file), text.ToString(), Edtf.Parse(day)), times, 0);
    }

    private static void Walk(XElement element, StringBuilder text, List<GoldTime> times)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words) text.Append(words.Value);
            else if (node is XElement inner)
            {
                var start = text.Length;
                Walk(inner, text, times);
                if (inner.Name != "TIMEX3" || text.Length == start || (string?)inner.Attribute("functionInDocument") == "CREATION_TIME") continue;
                times.Add(new(new(start, text.Length), GoldTimes.Kind((string?)inner.Attribute("type")), (string?)inner.Attribute("value") ?? ""));
            }
        }
    }
}
