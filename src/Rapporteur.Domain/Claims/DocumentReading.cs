using System.Collections.Immutable;

namespace Rapporteur.Domain;

/// <summary>Which reader made a reading.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Fingerprint">Hash of the code version and of every data file that the reader used.</param>
public sealed record ReaderIdentity(string Version, string Fingerprint);

/// <summary>Why a document was not read.</summary>
/// <param name="Code">Stable code such as <c>empty</c>, <c>binary</c>, <c>not-english</c>, <c>too-large</c>, <c>not-found</c>.</param>
/// <param name="Message">One sentence that says what to do.</param>
public sealed record ReadingError(string Code, string Message);

/// <summary>Something worth knowing about a reading that is no failure of it, such as what a second reader got wrong.</summary>
/// <param name="Code">Stable code such as <c>second-reader-withheld</c>.</param>
/// <param name="Message">One sentence.</param>
public sealed record ReadingNote(string Code, string Message);

/// <summary>Everything that was read from one document: the unit that travels from Reading to Record.</summary>
public sealed record DocumentReading
{
    private readonly ImmutableArray<Claim> _claims = [];
    private readonly Lazy<ImmutableArray<Claim>>? _later;

    /// <summary>The document; for one that failed before its text was known, <see cref="SourceDocument.Text"/> is empty.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>Actors, in the order of first mention.</summary>
    public ImmutableArray<Actor> Actors { get; init; } = [];

    /// <summary>Time expressions, sorted by span.</summary>
    public ImmutableArray<TimeExpression> Times { get; init; } = [];

    /// <summary>Claims, sorted by evidence span, then trigger, then type.</summary>
    public ImmutableArray<Claim> Claims
    {
        get => _later is null ? _claims : _later.Value;
        init => (_claims, _later) = (value, null);
    }

    /// <summary>Claims that are made when they are first asked for; null where they are there.</summary>
    internal Lazy<ImmutableArray<Claim>>? LaterClaims
    {
        get => _later;
        init => (_claims, _later) = (default, value);
    }

    /// <summary>What the text tells beside its claims, sorted by evidence, then trigger, then kind.</summary>
    public ImmutableArray<Facet> Facets { get; init; } = [];

    /// <summary>Sentences, sorted; a brief shows one on either side of the cited one. Not part of the interchange format.</summary>
    public ImmutableArray<TextSpan> Sentences { get; init; } = [];

    /// <summary>Which reader made it.</summary>
    public required ReaderIdentity Reader { get; init; }

    /// <summary>Remarks, in the order in which they arose; empty for most.</summary>
    public ImmutableArray<ReadingNote> Notes { get; init; } = [];

    /// <summary>Why it was not read; null when it was.</summary>
    public ReadingError? Error { get; init; }
}
