namespace Rapporteur.Plugs;

/// <summary>Which model is asked, and how.</summary>
/// <param name="Address">Where it is reached.</param>
/// <param name="Model">Its name as the server knows it; the origin of its claims.</param>
public sealed record SecondReaderOptions(ReaderAddress Address, string Model)
{
    /// <summary>Name of the environment variable that holds the key, where the server wants one.</summary>
    public const string KeyVariable = "RAPPORTEUR_SECOND_READER_KEY";

    /// <summary>The key, sent as a bearer token; null by default. Never printed or stored.</summary>
    public string? Key { get; init; }

    /// <summary>How long one answer may take; default two minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest passage that is handed over at a time, in UTF-16 code units; default 4000. A sentence is never cut.</summary>
    public int PassageLength { get; init; } = 4000;
}
