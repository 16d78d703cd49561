using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>Looks at a record and tells each change once; the last look lies in a file beside the record.</summary>
internal sealed class Lookout
{
    private readonly string _path;
    private readonly Marking _limit;

    /// <summary>A lookout over a record.</summary>
    /// <param name="record">The record as the call names it.</param>
    /// <param name="path">File of the look; null for the one beside the record, or <c>rapporteur.look</c> in the working folder for a server.</param>
    /// <param name="limit">Strictest marking that is looked at. A look under a limit lies in a file of its own, so that nothing that was seen without it is told as gone.</param>
    public Lookout(string record, string? path, Marking limit = Marking.Red)
    {
        _limit = limit;
        var ending = (limit == Marking.Red ? "" : $".{EnumSpelling.Of(limit)}") + ".look";
        _path = path ?? (PostgresAddress.Is(record) ? "rapporteur" + ending : record + ending);
    }

    /// <summary>Whether somebody looked before.</summary>
    public bool HasLooked => File.Exists(_path);

    /// <summary>What keeps a look as of a day from being taken, with what to do: the last one was as of a later day, and what has changed since then would be told backwards. Null where nothing does.</summary>
    /// <param name="today">The day.</param>
    public string? TooEarly(DateOnly today) => Last()?.Day is { } last && last > today
        ? string.Create(CultureInfo.InvariantCulture, $"{_path} is a look as of {last:yyyy-MM-dd}, after {today:yyyy-MM-dd}; look as of that day or a later one, name another file with --look, or compare two days with rapporteur diff --since DATE --as-of DATE.")
        : null;

    /// <summary>What changed since the last look, the listing that tells it, and what keeps this look.</summary>
    public (ImmutableArray<Change> Alerts, RecordListing Listing, Action Keep) Look(RecordSnapshot now, DateOnly today, int days)
    {
        var (alerts, look) = RecordWatch.Look(Last(), now, today, days);
        return (alerts, new RecordListing(now, today: today), () => Keep(look with { Limit = _limit }));
    }

    private RecordSight? Last()
    {
        if (!HasLooked) return null;
        try
        {
            using var file = File.OpenRead(_path);
            var last = SightFile.Read(file);
            return last.Limit == _limit ? last : throw new CallException($"{_path} is a look with --max-marking {EnumSpelling.Of(last.Limit)}; name another file with --look.");
        }
        catch (FormatException wrong)
        {
            throw new CallException($"{_path}: {wrong.Message}", ExitCode.LeftOut);
        }
    }

    private void Keep(RecordSight look)
    {
        var part = _path + ".part";
        using (var file = File.Create(part)) SightFile.Write(file, look);
        File.Move(part, _path, overwrite: true);
    }
}
