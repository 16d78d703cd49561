using Rapporteur.Domain;

namespace Rapporteur.Training;

/// <summary>One annotated document.</summary>
/// <param name="Source">The text with its day of publication.</param>
/// <param name="Times">Annotated times in text order; values in the scheme of the collection.</param>
/// <param name="Dateline">Words that stand for the creation time, which is not annotated in the text; empty for none.</param>
internal sealed record GoldTimes(SourceDocument Source, IReadOnlyList<TimeExpression> Times, string Dateline = "")
{
    /// <summary>The documents of a folder of annotated articles, sorted by name.</summary>
    internal static IEnumerable<GoldTimes> Articles(string articles, string texts)
    {
        foreach (var file in Directory.GetFiles(articles, "*.json").Order(StringComparer.Ordinal))
        {
            var reading = GoldFolder.LoadArticle(file, texts).Reading;
            yield return new(reading.Document, reading.Times);
        }
    }
}
