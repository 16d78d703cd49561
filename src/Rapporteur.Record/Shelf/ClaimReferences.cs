using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Claims of a snapshot by their numbers, so that a thread that is read again holds the very claims of its snapshot.</summary>
internal sealed class ClaimReferences
{
    private const int Other = 0;

    private readonly ImmutableArray<DocumentReading> _documents;
    private readonly ClaimTable? _claims;
    private readonly Dictionary<RecordedClaim, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceDocument, int> _places = new(ReferenceEqualityComparer.Instance);

    /// <summary>References that are written.</summary>
    /// <param name="snapshot">The snapshot.</param>
    internal ClaimReferences(RecordSnapshot snapshot)
    {
        _documents = snapshot.Documents;
        _claims = snapshot.Later as ClaimTable;
        if (_claims is null)
            for (var i = 0; i < snapshot.Claims.Length; i++) _numbers[snapshot.Claims[i]] = i + 1;
        for (var i = 0; i < snapshot.Documents.Length; i++) _places[snapshot.Documents[i].Document] = i;
    }

    /// <summary>References that are read.</summary>
    /// <param name="claims">Claims of the snapshot.</param>
    /// <param name="documents">Its documents.</param>
    internal ClaimReferences(ClaimTable claims, ImmutableArray<DocumentReading> documents) => (_claims, _documents) = (claims, documents);

    /// <summary>Whether everything that was written is a claim or a document of the snapshot.</summary>
    internal bool AreWhole { get; private set; } = true;

    /// <summary>Place of a document among those of the snapshot.</summary>
    internal int Place(SourceDocument document)
    {
        if (_places.TryGetValue(document, out var at)) return at;
        AreWhole = false;
        return -1;
    }

    /// <summary>Writes a claim of the snapshot.</summary>
    internal void Write(CompactWriter to, RecordedClaim claim)
    {
        var number = Number(claim);
        if (number == Other) AreWhole = false;
        to.Number(number);
    }

    internal RecordedClaim Read(CompactReader from) => _claims![(int)from.Number() - 1];

    /// <summary>Writes claims of the snapshot, which mostly stand near one another.</summary>
    internal void Write(CompactWriter to, ImmutableArray<RecordedClaim> claims)
    {
        to.Number(claims.IsDefault ? 0 : claims.Length);
        var last = 0;
        foreach (var claim in claims.IsDefault ? [] : claims)
        {
            var number = Number(claim);
            if (number == Other) AreWhole = false;
            to.Signed(number - last);
            last = number;
        }
    }

    internal ImmutableArray<RecordedClaim> ReadMany(CompactReader from)
    {
        var claims = new RecordedClaim[from.Count()];
        if (claims.Length == 0) return [];
        var last = 0;
        for (var i = 0; i < claims.Length; i++) claims[i] = _claims![(last += (int)from.Signed()) - 1];
        return CompactReader.Frozen(claims);
    }

    /// <summary>Writes a claim that need not be one of the snapshot, such as one that a person rejected; or null.</summary>
    internal void WriteAny(CompactWriter to, RecordedClaim? claim)
    {
        to.Flag(claim is not null);
        if (claim is null) return;
        if (Number(claim) is var number && number != Other)
        {
            to.Number(number);
            return;
        }

        var place = Place(claim.Document);
        to.Number(Other);
        to.Signed(place);
        ClaimForm.Write(to, claim.Claim);
        if (place < 0 || claim != Beside(claim.Claim, place)) AreWhole = false;
    }

    internal RecordedClaim? ReadAny(CompactReader from)
    {
        if (!from.Flag()) return null;
        var number = (int)from.Number();
        if (number != Other) return _claims![number - 1];
        var place = (int)from.Signed();
        return Beside(ClaimForm.Read(from, null), place);
    }

    private int Number(RecordedClaim claim) => _claims is not null ? _claims.PlaceOf(claim) + 1 : _numbers.GetValueOrDefault(claim);

    private RecordedClaim Beside(Claim claim, int place) => ClaimBook.Beside(null, claim, _documents[place]);
}
