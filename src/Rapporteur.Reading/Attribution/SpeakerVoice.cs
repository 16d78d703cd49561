using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Whose voice it is where who speaks is no party to anything: without a name, a newspaper, an expert.</summary>
internal static class SpeakerVoice
{
    /// <summary>The voice; null for one who may speak for a party or a body.</summary>
    public static Voice? Of(Actor actor) =>
        actor.Kind == ActorKind.Unnamed ? IsTitle(actor) ? actor.Of is null ? Voice.Official : null : Voice.Anonymous : actor.IsMedium ? Voice.Reporter : ExpertRoles.Is(actor.Role ?? "") ? Voice.Expert : null;

    // "The Secretary-General", "the Foreign Secretary": a title with a capital on each word names one person as well as a name does.
    private static bool IsTitle(Actor actor)
    {
        if (actor.Role is null || actor.Name.Length == 0) return false;
        var first = true;
        foreach (var letter in actor.Name)
        {
            if (first && !char.IsUpper(letter)) return false;
            first = letter == ' ';
        }

        return true;
    }
}
