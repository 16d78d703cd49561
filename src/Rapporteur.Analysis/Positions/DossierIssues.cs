using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Issues as a dossier gives them: a stand falls under an option when its words hold all content words of one of the option's phrases, the longest phrase first; negation has to agree.
/// Under the issue alone by the issue's own phrases, or by the vocabulary where the issue has none and bears one of its codes.</summary>
internal sealed class DossierIssues : IIssueBook
{
    private readonly ImmutableArray<(string Issue, string? Option, ImmutableArray<string> Stems)> _phrases;

    internal DossierIssues(Dossier dossier)
    {
        Issues = [.. dossier.Issues.Select(i => new Issue(IssueMatch.Prefix + i.Key, i.Name) { IsOrdered = i.IsOrdered, Options = [.. i.Options.Select(o => new Option(o.Key, o.Name))] })];
        _phrases =
        [
            .. dossier.Issues.SelectMany(i => i.Options.SelectMany(o => o.Words.Select(w => (i.Key, (string?)o.Key, ContentWords.Of(w)))).Concat(i.Words.Select(w => (i.Key, (string?)null, ContentWords.Of(w)))))
                .Select(p => (IssueMatch.Prefix + p.Key, p.Item2, p.Item3)).OrderByDescending(p => p.Item2 is not null).ThenByDescending(p => p.Item3.Length),
        ];
        Vocabulary = [.. dossier.Issues.Where(i => i.Words.IsEmpty).Select(i => i.Key).Where(MatterBook.Shipped.Issues.ContainsKey)];
    }

    public IReadOnlyList<Issue> Issues { get; }

    private ImmutableArray<string> Vocabulary { get; }

    public IssueMatch? Find(Stand stand)
    {
        var stems = stand.First is { } first ? [.. stand.Subject.Stems.Concat(first.Stems).Distinct(StringComparer.Ordinal)] : stand.Subject.Stems;
        foreach (var (issue, option, phrase) in _phrases)
            if (phrase.All(stems.Contains) && (option is null || phrase.Contains(ContentWords.Negation) == stems.Contains(ContentWords.Negation))) return new(issue, option);
        return stand.Subject.Main is { } main && Vocabulary.Contains(main.Matter.Issue) ? new(IssueMatch.Prefix + main.Matter.Issue, null) : null;
    }
}
