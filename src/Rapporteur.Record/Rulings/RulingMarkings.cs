using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Which rulings may be shown under a limit: one is as strict as the strictest document with the text to which it belongs; one that belongs to no text that is here counts as unmarked.</summary>
internal static class RulingMarkings
{
    /// <summary>The rulings that may be shown, in their order.</summary>
    /// <param name="rulings">Rulings.</param>
    /// <param name="store">The record.</param>
    /// <param name="limit">Strictest marking that may be shown.</param>
    /// <param name="unmarked">What unmarked documents count as.</param>
    internal static List<Ruling> Within(List<Ruling> rulings, RecordStore store, Marking limit, Marking unmarked)
    {
        if (limit == Marking.Red || rulings.Count == 0) return rulings;
        var shown = new StandingMarkings(store, limit, unmarked).OfTexts();
        return rulings.FindAll(r => shown(r.TextId));
    }
}
