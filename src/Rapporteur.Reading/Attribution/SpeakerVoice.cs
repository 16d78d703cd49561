using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Whose voice it is where who speaks is no party to anything: without a name, a newspaper, an expert.</summary>
internal static class SpeakerVoice
{
    /// <summary>The voice; null for one who may speak for a party or a body.</summary>
    public static Voice? Of(Actor actor) =>
        actor.Kind == ActorKind.Unnamed ? Voice.Anonymous : actor.IsMedium ? Voice.Reporter : ExpertRoles.Is(actor.Role ?? "") ? Voice.Expert : null;
}
