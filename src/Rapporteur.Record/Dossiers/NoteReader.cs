using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rapporteur.Record;

/// <summary>Notes that were read, or what is wrong with them.</summary>
/// <param name="Notes">The notes; empty where there are mistakes.</param>
/// <param name="Mistakes">Every mistake, in the order of the file.</param>
public sealed record NoteParse(ImmutableArray<AnalystNote> Notes, ImmutableArray<DossierMistake> Mistakes);

/// <summary>Reads notes of analysts (<c>docs/formats/notes.md</c>): a file with the field <c>notes</c>, or that field of a dossier. Strict: likelihood in other words than those of the yardstick,
/// and likelihood and confidence confused, are mistakes with their line.</summary>
public static class NoteReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="yaml">The text of the file.</param>
    public static NoteParse Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        if (yaml.Length > DossierReader.Longest) return new([], [new(1, "", "The file is longer than a million characters; notes are a page or two.")]);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException wrong)
        {
            return new([], [new(Math.Min((int)wrong.Start.Line, yaml.TrimEnd().Count(c => c == '\n') + 1), "", $"This is not YAML ({wrong.Message.TrimEnd('.')}). Check the indentation and quote texts that have a colon.")]);
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" }) return new([], []);
        if (stream.Documents.Count > 1) return new([], [new((int)stream.Documents[1].RootNode.Start.Line, "", "A file of notes is one YAML document; take out the lines of dashes.")]);
        var mistakes = new List<DossierMistake>();
        var notes = Notes(new DossierNode(stream.Documents[0].RootNode, "", mistakes).Fields("notes"), Marking.Unmarked);
        return mistakes.Count == 0 ? new(notes, []) : new([], [.. mistakes.OrderBy(m => m.Line)]);
    }

    /// <summary>The notes under the field <c>notes</c>.</summary>
    /// <param name="fields">Where the field is.</param>
    /// <param name="marking">Marking of those that bear none.</param>
    internal static ImmutableArray<AnalystNote> Notes(DossierFields fields, Marking marking) => [.. fields.Items("notes").Select(n => Note(n, marking))];

    private static AnalystNote Note(DossierNode node, Marking marking)
    {
        var fields = node.Fields("text", "author", "date", "likelihood", "confidence", "marking", "about", "on");
        var note = new AnalystNote(fields.Needed("text"), fields.Needed("author"), Day(fields))
        {
            Likelihood = Likely(fields),
            Confidence = Trust(fields),
            Marking = DossierReader.Marking(fields) is var given && given != Marking.Unmarked ? given : marking,
            About = fields.Text("about"),
            On = fields.Text("on"),
        };
        var settled = NoteWords.Settle(note, out var wrong);
        if (wrong is not null) node.Wrong(wrong);
        return settled;
    }

    private static DateOnly Day(DossierFields fields)
    {
        var text = fields.Needed("date");
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (text.Length > 0) fields.Wrong("date", $"takes a day such as 2025-10-22, not '{text}'.");
        return default;
    }

    private static Likelihood? Likely(DossierFields fields)
    {
        if (fields.Text("likelihood") is not { } text) return null;
        var likelihood = NoteWords.LikelihoodOf(text, out var wrong);
        if (wrong is not null) fields.Wrong("likelihood", wrong);
        return likelihood;
    }

    private static AnalyticalConfidence? Trust(DossierFields fields)
    {
        if (fields.Text("confidence") is not { } text) return null;
        var level = NoteWords.ConfidenceOf(text, out var wrong);
        if (wrong is not null) fields.Wrong("confidence", wrong);
        return level;
    }
}
