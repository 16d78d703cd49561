using System.Security.Cryptography;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>What a snapshot follows from: the events whose readings count for it, the rulings, the question.</summary>
/// <param name="Events">Ids of the events, sorted.</param>
/// <param name="Rulings">The rulings.</param>
/// <param name="Through">Up to which day of publication readings matter.</param>
/// <param name="Digest">SHA-256 over all of it: the same digest, the same snapshot.</param>
internal sealed record SnapshotBasis(IReadOnlyList<string> Events, IReadOnlyList<Ruling> Rulings, string Through, string Digest)
{
    /// <summary>Which readings matter; parameters as <see cref="Bound"/> gives them.</summary>
    internal const string Standing = "FROM standing c JOIN version v ON v.event = c.event WHERE c.since < @after AND c.until >= @after AND v.marking <= @limit AND v.published <= @through";

    internal static (string, object)[] Bound(SnapshotQuestion question, string through) =>
        [("@after", StandingReadings.After(question.KnownOn)), ("@limit", (long)question.Limit.Rank()), ("@through", through)];

    internal static SnapshotBasis Of(RecordStore store, SnapshotQuestion question, IReadOnlyList<Ruling> rulings)
    {
        var through = question.Through(rulings);
        var events = store.Sql.All($"SELECT c.event {Standing} ORDER BY c.event", row => row.GetString(0), Bound(question, through));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(question.AsOfSpelled);
        Add(question.DossierSpelled);
        foreach (var happened in events) Add(happened);
        foreach (var ruling in rulings)
        {
            Add(ruling.Id);
            Add(ruling.Payload);
            Add(ruling.TextId ?? "");
        }

        return new(events, rulings, through, Convert.ToHexStringLower(hash.GetHashAndReset()));

        void Add(string part)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0x1F]);
        }
    }
}
