using Rapporteur.Domain;

namespace Rapporteur.Plugs;

/// <summary>Whether a document may be handed to a second reader, by its Traffic Light Protocol 2.0 label.</summary>
public static class HandlingRule
{
    /// <summary>CLEAR and GREEN may go to any server that the user named. AMBER, AMBER+STRICT and unmarked documents only to this machine. RED never.</summary>
    /// <param name="marking">Label of the document; unmarked counts as AMBER.</param>
    /// <param name="address">Where the reader is reached.</param>
    public static bool Allows(Marking marking, ReaderAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return marking switch
        {
            Marking.Clear or Marking.Green => true,
            Marking.Unmarked or Marking.Amber or Marking.AmberStrict => address.IsLocal,
            _ => false,
        };
    }

    /// <summary>Why a document was not handed over, and what can be done.</summary>
    /// <param name="marking">Label of the document.</param>
    internal static string Reason(Marking marking) => marking switch
    {
        Marking.Red => "TLP:RED is never handed to a second reader.",
        Marking.Unmarked => "An unmarked document counts as TLP:AMBER and goes to a reader on this machine only; mark it with --marking CLEAR or GREEN if it may leave it.",
        _ => $"TLP:{(marking == Marking.Amber ? "AMBER" : "AMBER+STRICT")} goes to a reader on this machine only.",
    };
}
