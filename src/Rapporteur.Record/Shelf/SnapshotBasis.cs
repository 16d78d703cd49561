using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What a snapshot follows from: the events whose readings count for it, the marking that each document bears now, the rulings, the question.</summary>
/// <param name="Events">Ids of the events, sorted.</param>
/// <param name="Strictness">How strict the marking is that the document of each bears now; null where none of its readings counts now.</param>
/// <param name="Rulings">The rulings.</param>
/// <param name="Through">Up to which day of publication readings matter.</param>
/// <param name="Digest">SHA-256 over all of it: the same digest, the same snapshot.</param>
internal sealed record SnapshotBasis(IReadOnlyList<string> Events, IReadOnlyList<long?> Strictness, IReadOnlyList<Ruling> Rulings, string Through, string Digest)
{
    /// <summary>Which of the readings that stood matter; parameters as <see cref="Bound"/> gives them.</summary>
    internal const string Mattering = "WHERE c.since < @after AND c.until >= @after AND v.published <= @through";

    internal static (string, object)[] Bound(SnapshotQuestion question, string through) =>
        [("@after", StandingReadings.After(question.KnownOn)), ("@through", through)];

    /// <summary>Readings of the events as they are folded: each with the marking that its document bears now.</summary>
    internal DocumentReading[] Now(DocumentReading[] readings)
    {
        var now = new DocumentReading[readings.Length];
        for (var i = 0; i < now.Length; i++) now[i] = StandingReadings.Now(readings[i], Strictness[i]);
        return now;
    }

    internal static SnapshotBasis Of(RecordStore store, SnapshotQuestion question, IReadOnlyList<Ruling> rulings)
    {
        var through = question.Through(rulings);
        var rows = new StandingMarkings(store, question.Limit, question.Unmarked).Of("c.event", StandingMarkings.Standing, $"{Mattering} ORDER BY c.event", row => row.GetString(0), Bound(question, through));
        rows.RemoveAll(row => !row.Shown);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(question.AsOfSpelled);
        Add(question.DossierSpelled);
        foreach (var (happened, strictness, _) in rows)
        {
            Add(happened);
            Add(strictness?.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        foreach (var ruling in rulings)
        {
            Add(ruling.Id);
            Add(ruling.Payload);
            Add(ruling.TextId ?? "");
            Add(ruling.IsSilent ? "silent" : "");
        }

        return new(rows.ConvertAll(row => row.Value), rows.ConvertAll(row => row.Strictness), rulings, through, Convert.ToHexStringLower(hash.GetHashAndReset()));

        void Add(string part)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0x1F]);
        }
    }
}
