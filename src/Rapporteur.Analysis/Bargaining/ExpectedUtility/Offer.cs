using System.Runtime.CompilerServices;

namespace Rapporteur.Analysis;

/// <summary>How an actor comes to move.</summary>
internal enum OfferKind
{
    None,
    Confrontation,
    Compromise,
    Capitulation,
}

/// <summary>What an actor accepts in a round.</summary>
/// <param name="Kind">How it comes to move.</param>
/// <param name="Rival">Whose offer it is.</param>
/// <param name="Own">What it expects of challenging the rival.</param>
/// <param name="Others">What the rival expects of challenging it.</param>
/// <param name="Target">Where it goes.</param>
internal readonly record struct Offer(OfferKind Kind, int Rival, double Own, double Others, double Target)
{
    /// <summary>What one actor makes of another's challenge.</summary>
    /// <param name="place">Position of the actor.</param>
    /// <param name="rival">The rival.</param>
    /// <param name="there">Position of the rival.</param>
    /// <param name="own">What the actor expects of challenging the rival.</param>
    /// <param name="others">What the rival expects of challenging the actor.</param>
    /// <param name="capitulation">Whether an actor can give in.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Offer Of(double place, int rival, double there, double own, double others, bool capitulation)
    {
        if (others > own && own > 0) return new(OfferKind.Confrontation, rival, own, others, there);
        if (!(others > 0 && own < 0)) return default;
        if (others > Math.Abs(own)) return new(OfferKind.Compromise, rival, own, others, place + ((there - place) * Math.Abs(own / others)));
        return capitulation ? new(OfferKind.Capitulation, rival, own, others, there) : default;
    }
}
