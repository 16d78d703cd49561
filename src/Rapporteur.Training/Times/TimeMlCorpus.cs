using System.Text;
using System.Xml;
using System.Xml.Linq;
using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>Reads TimeML files: the text of <c>TEXT</c> with the spans of its TIMEX3 elements, and the document creation time.</summary>
internal static class TimeMlCorpus
{
    internal static IEnumerable<GoldTimes> Read(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.tml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (Document(file) is { } document) yield return document;
    }

    private static GoldTimes? Document(string file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };
        using var reader = XmlReader.Create(file, settings);
        var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
        if (root?.Descendants("TEXT").FirstOrDefault() is not { } body) return null;
        var created = root.Descendants("TIMEX3").FirstOrDefault(timex => (string?)timex.Attribute("functionInDocument") is "CREATION_TIME" or "PUBLICATION_TIME");
        // The words of a dateline may stand for the creation time, which is annotated outside the text.
        var dateline = created is null || created.Ancestors("TEXT").Any() ? "" : created.Value;
        var (text, times) = (new StringBuilder(), new List<TimeExpression>());
        Walk(body, text, times);
        var day = ((string?)created?.Attribute("value") ?? "").Split('T')[0];
        return new(Source(Path.GetFileNameWithoutExtension(file), text.ToString(), Edtf.Parse(day)), times, dateline);
    }

    private static void Walk(XElement element, StringBuilder text, List<TimeExpression> times)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText words) text.Append(words.Value);
            else if (node is XElement inner)
            {
                var start = text.Length;
                Walk(inner, text, times);
                if (inner.Name != "TIMEX3" || text.Length == start || (string?)inner.Attribute("functionInDocument") == "CREATION_TIME") continue;
                times.Add(new(new(start, text.Length), Kind((string?)inner.Attribute("type")), (string?)inner.Attribute("value") ?? "", "gold"));
            }
        }
    }

    private static SourceDocument Source(string id, string text, Edtf? created) => new()
    {
        Id = ContentHash.Of(text),
        TextId = ContentHash.Of(text),
        Source = id,
        Text = text,
        Language = "en",
        Published = created is null ? PublicationDate.None : new(created, DateBasis.Metadata),
    };

    private static TimeType Kind(string? name) => name switch
    {
        "TIME" => TimeType.Time,
        "DURATION" => TimeType.Duration,
        "SET" => TimeType.Set,
        _ => TimeType.Date,
    };
}
