using System.Collections.Immutable;
using System.Net;
using Rapporteur.Domain;
using Rapporteur.Publishing;
using Rapporteur.Reading;
using Rapporteur.Record;

namespace Rapporteur.Web;

/// <summary>What a workbench serves, to whom, and where.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>File or address of the record; made where it is not there.</summary>
    public required string Record { get; init; }

    /// <summary>What is known beforehand; null for nothing.</summary>
    public Dossier? Dossier { get; init; }

    /// <summary>Strictest marking that is shown, on every page, in every count and search.</summary>
    public Marking MaxMarking { get; init; } = Marking.Red;

    /// <summary>The day that counts as today; null for that of the clock.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:5080</c>.</summary>
    public ImmutableArray<string> Urls { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>Names by which the server may be called beside those of its addresses, for a proxy in front of it.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Name under which the only user rules; used where there is no <see cref="Accounts"/>.</summary>
    public string Author { get; init; } = "analyst";

    /// <summary>File of accounts; null for a single user, who enters by the launch address.</summary>
    public string? Accounts { get; init; }

    /// <summary>File with the certificate and key of the server (PFX or PEM); null where it speaks plain http.</summary>
    public string? Certificate { get; init; }

    /// <summary>Templates of briefs in the order in which they are offered; those that ship by default.</summary>
    public ImmutableArray<BriefTemplate> Templates { get; init; } = BriefTemplate.Shipped;

    /// <summary>File of questions of the lab, made with the first question; null where none is served.</summary>
    public string? Questions { get; init; }

    /// <summary>File with the key of addresses to subscribe to, made where it is not there; null for a key that ends with the server. In a team the accounts have the keys.</summary>
    public string? FeedKey { get; init; }

    /// <summary>Makes the reader, when the first document is read.</summary>
    public Func<ReadingPipeline> Reader { get; init; } = () => ReadingPipeline.Load(DataFolder.Shipped);

    /// <summary>Resolves the names of addresses to fetch; the system's resolver where null.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>>? Resolve { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Title of briefs: that of the dossier, else the name of the record.</summary>
    public string Title => Dossier?.Title ?? (PostgresAddress.Is(Record) ? PostgresAddress.Parse(Record).Name : Path.GetFileNameWithoutExtension(Record));

    /// <summary>Whether accounts are asked for.</summary>
    public bool IsForTeam => Accounts is not null;
}
