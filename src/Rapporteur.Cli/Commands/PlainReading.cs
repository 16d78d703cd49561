using System.Globalization;
using System.Text;
using Rapporteur.Domain;
using Rapporteur.Plugs;

namespace Rapporteur.Cli;

/// <summary>A reading as plain lines: a head for the document, then a line a claim and the sentence that says it.</summary>
internal static class PlainReading
{
    /// <summary>Writes a whole reading.</summary>
    public static void Write(DocumentReading reading, TextWriter output)
    {
        var document = reading.Document;
        output.WriteLine(Clean(document.Source));
        output.WriteLine($"  {Clean(document.Title ?? "no title")} · {Clean(document.Publisher ?? "publisher unknown")} · {Date(document.Published)}");
        if (reading.Error is { } error) output.WriteLine($"  not read: {error.Message}");
        var names = reading.Actors.ToDictionary(actor => actor.Id, actor => actor.Name, StringComparer.Ordinal);
        var comparison = reading.Notes.Any(note => note.Code == ReaderNotes.Asked) ? ReaderComparison.Of(reading) : null;
        TextSpan? last = null;
        foreach (var claim in reading.Claims)
        {
            if (claim.Evidence != last)
            {
                output.WriteLine();
                output.WriteLine($"  {claim.Evidence.Start}–{claim.Evidence.End}  {Clean(claim.Evidence.Slice(document.Text))}");
                last = claim.Evidence;
            }

            output.WriteLine("      " + Line(claim, names, document.Text) + Origin(claim, comparison));
        }

        if (comparison is not null)
        {
            output.WriteLine();
            output.WriteLine($"  two readers: {comparison.Agreed.Length} claims agree, {comparison.FirstOnly.Length} only the first has, {comparison.SecondOnly.Length} only the second");
        }

        output.WriteLine();
    }

    /// <summary>A claim with its fields in one line.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="names">Names of actors by their ids.</param>
    /// <param name="text">The text of the document.</param>
    public static string Line(Claim claim, IReadOnlyDictionary<string, string> names, string text)
    {
        var line = new StringBuilder(claim.Type.ToString().ToLowerInvariant());
        if (claim.Status is { } status) line.Append(CultureInfo.InvariantCulture, $" ({status.ToString().ToLowerInvariant()})");
        if (claim.Polarity == Polarity.Negative) line.Append(" not");
        if (claim.Modality != Modality.Certain) line.Append(CultureInfo.InvariantCulture, $" [{claim.Modality.ToString().ToLowerInvariant()}]");
        if (claim.By is { } by) line.Append(CultureInfo.InvariantCulture, $" by {Name(by)}");
        if (!claim.To.IsEmpty) line.Append(CultureInfo.InvariantCulture, $" to {string.Join(", ", claim.To.Select(Name))}");
        if (!claim.Participants.IsEmpty) line.Append(CultureInfo.InvariantCulture, $" with {string.Join(", ", claim.Participants.Select(Name))}");
        if (!claim.About.IsEmpty) line.Append(CultureInfo.InvariantCulture, $" about {string.Join(", ", claim.About.Select(Name))}");
        if (claim.Holder is { } holder) line.Append(CultureInfo.InvariantCulture, $", says {Name(holder)}");
        Words("", claim.What);
        foreach (var content in claim.Content) Words("", content);
        Words("if", claim.If);
        Words("then", claim.Then);
        Words("or else", claim.Consequence);
        if (claim.Due is { } due) line.Append(CultureInfo.InvariantCulture, $", due {due}");
        if (claim.When is { } when) line.Append(CultureInfo.InvariantCulture, $", when {when}");
        if (claim.Where is { } where) line.Append(CultureInfo.InvariantCulture, $", where {Clean(where)}");
        return line.ToString();

        string Name(string id) => id == Actor.Narrator ? "the reporter" : Clean(names.GetValueOrDefault(id, id));

        void Words(string label, TextSpan? span)
        {
            if (span is { } s) line.Append(CultureInfo.InvariantCulture, $"{(label.Length == 0 ? ":" : "; " + label)} “{Clean(s.Slice(text))}”");
        }
    }

    // Only a claim of a second reader bears a tag.
    private static string Origin(Claim claim, ReaderComparison? comparison) =>
        claim.Origin is not { } origin ? ""
        : comparison is not null && comparison.Agreed.Any(pair => ReferenceEquals(pair.Second, claim)) ? $"  [{Clean(origin)}, agrees]"
        : $"  [only {Clean(origin)}]";

    private static string Date(PublicationDate published) =>
        published.Value is { } value ? $"{value} ({published.Basis.ToString().ToLowerInvariant()})" : "date unknown";

    /// <summary>The words without control characters, which never reach the terminal.</summary>
    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var c in words) clean.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        return clean.ToString();
    }
}
