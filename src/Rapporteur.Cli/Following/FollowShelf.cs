using System.Globalization;
using Rapporteur.Plugs;
using Rapporteur.Reading;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>What following keeps beside a record: what it remembers of feeds, and the pages as they came. One process has it at a time.</summary>
internal sealed class FollowShelf : IDisposable
{
    private readonly string _place;
    private readonly string _version;
    private readonly FileStream _lock;

    private FollowShelf(string place, string version, FileStream mine, FollowState state) => (_place, _version, _lock, State) = (place, version, mine, state);

    /// <summary>What is remembered.</summary>
    public FollowState State { get; }

    /// <summary>Opens what is kept beside a record, or begins it; throws <see cref="CallException"/> where another process follows feeds into the same record, or the state cannot be read.</summary>
    /// <param name="record">The record as the call names it.</param>
    /// <param name="version">Version of the program.</param>
    public static FollowShelf Open(string record, string version)
    {
        var place = PostgresAddress.Is(record) ? "rapporteur" : record;
        FileStream mine;
        try
        {
            mine = new FileStream(place + ".feeds.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (DirectoryNotFoundException)
        {
            throw new CallException($"The folder of {place} is not there; make it first.");
        }
        catch (IOException)
        {
            throw new CallException($"Another process follows feeds into {place}; end it first.", ExitCode.LeftOut);
        }

        try
        {
            var file = place + ".feeds.json";
            return new(place, version, mine, File.Exists(file) ? FollowState.Read(File.ReadAllText(file)) : new());
        }
        catch (FormatException wrong)
        {
            mine.Dispose();
            throw new CallException($"{place}.feeds.json: {wrong.Message}", ExitCode.LeftOut);
        }
    }

    /// <summary>Writes down what is remembered, whole or not at all.</summary>
    public void Keep()
    {
        var part = _place + ".feeds.json.part";
        File.WriteAllText(part, State.Write());
        File.Move(part, _place + ".feeds.json", overwrite: true);
    }

    /// <summary>Adds a page to the web archive of its day.</summary>
    public void Keep(FetchedPage page)
    {
        Directory.CreateDirectory(_place + ".pages");
        var path = Path.Combine(_place + ".pages", page.Time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".warc.gz");
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        byte[] records =
        [
            .. file.Length == 0 ? WarcWriter.About($"Rapporteur {_version}", page.Time) : [],
            .. WarcWriter.Page(page.Final, page.Time, Pairs(page.RequestHead), page.Status, Pairs(page.Head), page.Body),
        ];
        file.Write(records);
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<HeadLine> lines) => lines.Select(line => KeyValuePair.Create(line.Name, line.Value));
}
