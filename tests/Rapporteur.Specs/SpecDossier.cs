using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Specs;

/// <summary>Reads the dossier of a spec: actors, documents, sentences, and under each sentence the claims that it carries. The record is folded from them as from any reading.</summary>
internal sealed partial class SpecDossier
{
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private readonly List<(SourceDocument Document, List<(string Sentence, List<string> Claims)> Sentences)> _documents = [];

    public static RecordSnapshot Fold(IEnumerable<string> lines)
    {
        var dossier = new SpecDossier();
        DateOnly? day = null;
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
            if (line.StartsWith("as of ", StringComparison.Ordinal)) day = DateOnly.Parse(line.AsSpan(6), CultureInfo.InvariantCulture);
            else dossier.Line(line);
        return new SnapshotProjection().Fold(dossier._documents.Select(d => dossier.Reading(d.Document, d.Sentences)), day);
    }

    // "state norland: Norland" · "person berg: Ada Berg, foreign minister of norland" · "document Harbour Daily, 2031-05-02: Title" · a sentence · "- demand by=norland what=“…”"
    private void Line(string line)
    {
        if (ActorLine().Match(line) is { Success: true } actor)
        {
            _actors.Add(actor.Groups["id"].Value, new()
            {
                Id = actor.Groups["id"].Value,
                Name = actor.Groups["name"].Value,
                Kind = Enum.Parse<ActorKind>(actor.Groups["kind"].Value, ignoreCase: true),
                Role = actor.Groups["role"] is { Success: true, Value: var role } ? role : null,
                Of = actor.Groups["of"] is { Success: true, Value: var of } ? of : null,
            });
        }
        else if (DocumentLine().Match(line) is { Success: true } document)
        {
            var head = new SourceDocument
            {
                Id = $"d{_documents.Count}",
                TextId = "",
                Source = $"spec/{_documents.Count + 1}.txt",
                Text = "",
                Publisher = document.Groups["publisher"].Value,
                Title = document.Groups["title"].Value,
                Published = document.Groups["date"] is { Success: true, Value: var date } ? new(Edtf.Parse(date), DateBasis.Metadata, null) : PublicationDate.None,
                Language = "en",
            };
            _documents.Add((head, []));
        }
        else if (line.StartsWith("- ", StringComparison.Ordinal)) _documents[^1].Sentences[^1].Claims.Add(line[2..]);
        else _documents[^1].Sentences.Add((line.Trim(), []));
    }

    private DocumentReading Reading(SourceDocument head, List<(string Sentence, List<string> Claims)> sentences)
    {
        var text = string.Join(' ', sentences.Select(s => s.Sentence));
        var document = head with { Text = text, TextId = ContentHash.Of(text), Id = ContentHash.Of(head.Source + text) };
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var claims = ImmutableArray.CreateBuilder<Claim>();
        var at = 0;
        foreach (var (sentence, told) in sentences)
        {
            var span = new TextSpan(at, at + sentence.Length);
            spans.Add(span);
            foreach (var claim in told) claims.Add(SpecClaim.Read(claim, text, span, $"{head.Source}#{claims.Count}"));
            at = span.End + 1;
        }

        return new()
        {
            Document = document,
            Actors = [.. _actors.Values.Select(a => a with { Mentions = [.. Mentions(text, a.Name)] })],
            Claims = [.. claims.OrderBy(c => c.Evidence).ThenBy(c => c.Trigger).ThenBy(c => c.Type)],
            Sentences = spans.ToImmutable(),
            Reader = new("spec", "spec"),
        };
    }

    private static IEnumerable<TextSpan> Mentions(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal)) yield return new(at, at + name.Length);
    }

    [GeneratedRegex("^(?<kind>person|state|organisation|group|unnamed) (?<id>[a-z]+): (?<name>[^,]+)(, (?<role>.+?))?( of (?<of>[a-z]+))?$")]
    private static partial Regex ActorLine();

    [GeneratedRegex(@"^document (?<publisher>[^,:]+)(, (?<date>[0-9-]+))?: (?<title>.+)$")]
    private static partial Regex DocumentLine();
}
