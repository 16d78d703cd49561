using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Analysis;
using Rapporteur.Domain;

namespace Rapporteur.Desk;

/// <summary>Packages as somebody put them in: a file of packages of our own, or a profile of GENIUS or GeniusWeb for each party. Exactly one of both is there.</summary>
/// <param name="Table">Of a file of our own: numbers with ranges, and red lines.</param>
/// <param name="Problem">Of profiles: exact numbers.</param>
public sealed record PackageReading(PackageTable? Table, PackageProblem? Problem)
{
    /// <summary>Name to show.</summary>
    public string Name => Table?.Name ?? Problem!.Name;

    /// <summary>Names of the parties.</summary>
    public ImmutableArray<string> Parties => Table is { } table ? [.. table.Parties.Select(p => p.Name)] : [.. Problem!.Parties.Select(p => p.Party)];

    /// <summary>The issues and options.</summary>
    public OutcomeSpace Space => Table?.Space ?? Problem!.Space;

    /// <summary>Whether all files are profiles of other programs, and none is of our own form.</summary>
    /// <param name="files">Names and texts.</param>
    public static bool AreProfiles(IReadOnlyList<(string File, string Text)> files) => files.All(f => GeniusReader.Takes(f.Text)) || files.All(f => GeniusWebReader.Takes(f.Text));

    /// <summary>Reads files, told by their content.</summary>
    /// <param name="name">Name of a problem of profiles.</param>
    /// <param name="files">Names and texts; at least one.</param>
    /// <exception cref="PackageFormatException">A file is wrong; the message says where and what was expected.</exception>
    /// <exception cref="ArgumentException">The files do not go together.</exception>
    public static PackageReading Of(string name, IReadOnlyList<(string File, string Text)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.All(f => GeniusReader.Takes(f.Text))) return new(null, GeniusReader.Read(name, [.. files.Where(f => !GeniusReader.IsDomain(f.File, f.Text))]));
        if (files.All(f => GeniusWebReader.Takes(f.Text))) return new(null, GeniusWebReader.Read(name, [.. files]));
        return files.Count == 1 ? new(PackageFile.Read(files[0].File, files[0].Text), null)
            : throw new ArgumentException("Name one file of packages, or a profile for each party, all of GENIUS (XML) or all of GeniusWeb (JSON).");
    }

    /// <summary>The same with further red lines, such as those of a record; profiles stay as they are.</summary>
    /// <param name="lines">Finds the red lines on a table.</param>
    public PackageReading With(Func<PackageTable, ImmutableArray<RedLine>> lines) => Table is { } table ? this with { Table = table with { RedLines = [.. table.RedLines, .. lines(table)] } } : this;

    /// <summary>The same without the least that parties take.</summary>
    public PackageReading WithoutReservations() => Table is { } table
        ? this with { Table = table with { Parties = [.. table.Parties.Select(p => p with { Reservation = 0 })] } }
        : this with { Problem = new(Problem!.Name, [.. Problem.Parties.Select(p => p.In(1, 0))], Problem.RedLines) };

    /// <summary>The same where red lines fall.</summary>
    /// <param name="labels">Numbers of red lines, such as <c>R1</c>.</param>
    /// <exception cref="ArgumentException">There is none of a number; the message says which there are.</exception>
    public PackageReading Dropping(IEnumerable<string> labels)
    {
        var dropped = labels.ToList();
        if (dropped.Count == 0) return this;
        if (Table is not { } table) throw new ArgumentException("Red lines are those of a file of packages; profiles have none.");
        var at = dropped.Select(label => int.TryParse(label.AsSpan(label.StartsWith('R') || label.StartsWith('r') ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= table.RedLines.Length ? number - 1
            : throw new ArgumentException($"There is no red line {label}; there are {table.RedLines.Length}, named R1, R2, … in the output.")).ToHashSet();
        return this with { Table = table with { RedLines = [.. table.RedLines.Where((_, i) => !at.Contains(i))] } };
    }

    /// <summary>The same where parties take less or more than they are said to.</summary>
    /// <param name="texts">A party and a share of its best each, such as <c>Northland=0.3</c>.</param>
    /// <exception cref="ArgumentException">A party is not there or a share is none; the message says what was expected.</exception>
    public PackageReading Taking(IEnumerable<string> texts)
    {
        var takes = new Dictionary<int, double>();
        foreach (var text in texts)
        {
            var at = text.LastIndexOf('=');
            var party = at < 1 ? -1 : Parties.ToList().FindIndex(p => p.Equals(text[..at].Trim(), StringComparison.OrdinalIgnoreCase));
            if (party < 0) throw new ArgumentException($"What a party takes needs a party and a share, such as {Parties[0]}=0.3, not '{text}'; the parties are {string.Join(", ", Parties)}.");
            takes[party] = double.TryParse(text.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share
                : throw new ArgumentException($"What a party takes is a share between 0 and 1, not '{text[(at + 1)..]}'.");
        }

        if (takes.Count == 0) return this;
        return Table is { } table ? this with { Table = table with { Parties = [.. table.Parties.Select((p, i) => takes.TryGetValue(i, out var share) ? p with { Reservation = share } : p)] } }
            : this with { Problem = new(Problem!.Name, [.. Problem.Parties.Select((p, i) => takes.TryGetValue(i, out var share) ? p.In(1, share) : p)], Problem.RedLines) };
    }

    /// <summary>What can be said of them.</summary>
    /// <param name="limits">Limits of searches.</param>
    /// <param name="draws">How often weights are drawn where they are ranges or orders.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="threads">How many threads may draw.</param>
    /// <param name="cancel">Stops the analysis.</param>
    public PackageFindings Findings(SearchLimits limits, int draws, ulong seed, int threads, CancellationToken cancel) => Table is { } table
        ? PackageAnalysis.Of(table, limits, draws, seed, threads, cancel)
        : PackageAnalysis.Of(Problem!, limits, cancel: cancel);
}
