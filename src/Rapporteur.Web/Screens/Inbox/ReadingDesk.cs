using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading.Channels;
using Rapporteur.Domain;
using Rapporteur.Plugs;
using Rapporteur.Reading;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>How far a document in the inbox has come.</summary>
public enum ReadingState
{
    /// <summary>Others are before it.</summary>
    Waiting,
    /// <summary>It is being read.</summary>
    Reading,
    /// <summary>It was read and is in the record.</summary>
    Added,
    /// <summary>It was known, and read anew.</summary>
    Replaced,
    /// <summary>The same bytes were read before; nothing was written.</summary>
    Known,
    /// <summary>It was left out; the message says why.</summary>
    LeftOut,
}

/// <summary>A document in the inbox.</summary>
/// <param name="Number">Its number, from 1 since the server started.</param>
/// <param name="Name">Name of the file or address.</param>
/// <param name="By">Who brought it.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Message">Why it was left out, or what is worth knowing; null for nothing.</param>
/// <param name="TextId">Hash of its text, when it was read.</param>
/// <param name="Published">Its day of publication in words, and how it is known.</param>
/// <param name="Zones">Which parts were told apart, such as <c>title, summary, body</c>.</param>
/// <param name="Claims">How many claims it has.</param>
public sealed record ReadingJob(int Number, string Name, string By, ReadingState State, string? Message = null, string? TextId = null, string? Published = null, string? Zones = null, int Claims = 0);

/// <summary>What somebody brings to be read.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Bytes">What it holds.</param>
/// <param name="Published">Day of publication where the text gives none; null for none.</param>
/// <param name="Marking">TLP label; a stricter one in the text wins.</param>
/// <param name="Address">Where it is fetched from; null where its bytes were brought.</param>
public sealed record Brought(string Name, byte[] Bytes, Edtf? Published, Marking Marking, Uri? Address = null);

/// <summary>Reads documents one after the other behind the pages, and tells how far it has come. Files lie in a folder of their own, which others cannot look into, only while they are read. Thread-safe.</summary>
public sealed class ReadingDesk : IAsyncDisposable
{
    /// <summary>Most documents that wait.</summary>
    public const int MostWaiting = 200;

    /// <summary>Most bytes that wait.</summary>
    public const long MostBytesWaiting = 128L << 20;

    private const int Kept = 300;
    private static readonly SearchValues<char> Plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private readonly WorkbenchOptions _options;
    private readonly RecordRoom _room;
    private readonly Channel<(int Number, Brought Brought)> _waiting = Channel.CreateBounded<(int, Brought)>(MostWaiting);
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, ReadingJob> _jobs = [];
    private readonly Lazy<ReadingPipeline> _reader;
    private readonly PoliteFetcher _fetcher;
    private readonly Task _work;
    private int _last;
    private long _bytes;

    /// <summary>A desk that begins to read when something is brought.</summary>
    public ReadingDesk(WorkbenchOptions options, RecordRoom room)
    {
        (_options, _room) = (options, room);
        _reader = new(options.Reader);
        _fetcher = new(new FetchLimits { MaxBytes = (int)Workbench.MostBytes }, options.Clock, options.Resolve);
        _work = Task.Run(WorkAsync);
    }

    /// <summary>What was brought since the server started, the latest first.</summary>
    public ImmutableArray<ReadingJob> Jobs
    {
        get
        {
            lock (_lock) return [.. _jobs.Values.Reverse()];
        }
    }

    /// <summary>Takes a document; false where too many wait.</summary>
    public bool Take(Brought brought, string by)
    {
        lock (_lock)
        {
            var number = _last + 1;
            if (_bytes + brought.Bytes.Length > MostBytesWaiting || !_waiting.Writer.TryWrite((number, brought))) return false;
            _last = number;
            _bytes += brought.Bytes.Length;
            Note(new(number, brought.Name, by, ReadingState.Waiting));
            return true;
        }
    }

    /// <summary>Notes something that was brought and cannot be taken.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="by">Who brought it.</param>
    /// <param name="why">Why it is not taken.</param>
    public void LeaveOut(string name, string by, string why)
    {
        lock (_lock) Note(new(++_last, name, by, ReadingState.LeftOut, why));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _ending.CancelAsync();
        await _work;
        _fetcher.Dispose();
        _ending.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await foreach (var (number, brought) in _waiting.Reader.ReadAllAsync(_ending.Token))
            {
                Set(number, job => job with { State = ReadingState.Reading });
                var (state, message, reading) = await ReadAsync(brought);
                lock (_lock) _bytes -= brought.Bytes.Length;
                Set(number, job => job with
                {
                    State = state,
                    Message = message,
                    TextId = reading?.Document.TextId,
                    Published = reading is null ? null : Publishing.DateWords.Of(reading.Document.Published.Value) + $" ({EnumSpelling.Of(reading.Document.Published.Basis)})",
                    Zones = reading is null ? null : string.Join(", ", reading.Document.Zones.Select(z => EnumSpelling.Of(z.Kind)).Distinct()),
                    Claims = reading?.Claims.Length ?? 0,
                });
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    private async Task<(ReadingState State, string? Message, DocumentReading? Reading)> ReadAsync(Brought brought)
    {
        try
        {
            if ((brought.Address is null ? Document(brought) : await PageAsync(brought, brought.Address)) is not { } source) return (ReadingState.LeftOut, "Nothing was found in it.", null);
            if (source.Error is { } error) return (ReadingState.LeftOut, error.Message, null);
            if (source.Document is not { } document) return (ReadingState.LeftOut, source.Notes.FirstOrDefault()?.Message ?? "It was left out.", null);
            document = document with { Source = brought.Name };
            document = _room.Read((ledger, _, _) => new KnownDocuments(ledger).Recall(document));
            var reading = _reader.Value.Read(document, _ending.Token);
            if (reading.Error is { } failed) return (ReadingState.LeftOut, failed.Message, null);
            if (Ledger.FaultOf(reading) is { } fault) return (ReadingState.LeftOut, fault, null);
            var outcome = await _room.WriteAsync((ledger, _, _) => ledger.Append(reading), _ending.Token);
            var hidden = !document.Marking.IsWithin(_options.MaxMarking);
            return outcome switch
            {
                Appended.Added => (ReadingState.Added, hidden ? "It is marked above what this workbench shows: it is in the record, and not on these pages." : null, hidden ? null : reading),
                Appended.Replaced => (ReadingState.Replaced, null, hidden ? null : reading),
                Appended.Withdrawn => (ReadingState.LeftOut, "It was withdrawn from this record and is not added again.", null),
                _ => (ReadingState.Known, "The same bytes were read before.", hidden ? null : reading),
            };
        }
        catch (Exception e) when (e is RecordException or IOException or UnauthorizedAccessException or WorldException)
        {
            return (ReadingState.LeftOut, e.Message, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One bad document never stops the others.
            return (ReadingState.LeftOut, $"Something in it cannot be read ({e.GetType().Name}).", null);
        }
    }

    // Neither the address nor any to which it leads on may lie in a private network: PublicAddresses looks at each connection.
    private async Task<SourceResult?> PageAsync(Brought brought, Uri address)
    {
        var page = await _fetcher.FetchAsync(address, null, null, _ending.Token);
        if (page.Fault is { } fault) throw new IOException(fault.Message);
        var options = new SourceOptions { Published = brought.Published, Marking = brought.Marking, MaxFileBytes = Workbench.MostBytes };
        return new SourceReader(options).ReadPage(new(page.Body, address.AbsoluteUri) { ContentType = page.Header("Content-Type") }, _ending.Token);
    }

    private SourceResult? Document(Brought brought)
    {
        var folder = Directory.CreateTempSubdirectory("rapporteur-");
        try
        {
            var file = Path.Combine(folder.FullName, "document" + Ending(brought.Name));
            File.WriteAllBytes(file, brought.Bytes);
            return new SourceReader(new SourceOptions { Published = brought.Published, Marking = brought.Marking, MaxFileBytes = Workbench.MostBytes }).Read([file], cancel: _ending.Token).Take(2).ToList() switch
            {
                [] => null,
                [var one] => one,
                _ => throw new IOException("It holds several documents; add it with rapporteur add."),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Of the name of a file only an ending of plain letters goes to the disk.
    private static string Ending(string name)
    {
        var ending = Path.GetExtension(name);
        return ending.Length is > 1 and <= 8 && !ending.AsSpan(1).ContainsAnyExcept(Plain) ? ending.ToLower(CultureInfo.InvariantCulture) : ".txt";
    }

    private void Note(ReadingJob job)
    {
        _jobs.Add(job.Number, job);
        while (_jobs.Count > Kept) _jobs.Remove(_jobs.Keys.First());
    }

    private void Set(int number, Func<ReadingJob, ReadingJob> change)
    {
        lock (_lock)
            if (_jobs.TryGetValue(number, out var job)) _jobs[number] = change(job);
    }
}
