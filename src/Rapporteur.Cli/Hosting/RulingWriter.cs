using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary>Adds rulings of a file to a record under the ids that they have, and counts what came of them.</summary>
/// <param name="ledger">The record.</param>
/// <param name="messages">Names what is left out.</param>
internal sealed class RulingWriter(Ledger ledger, Messages messages)
{
    private int _added;
    private int _known;

    /// <summary>Adds one; a line that is no ruling, one on a text that was withdrawn, and one that says something else than a known ruling of its id are named and left out.</summary>
    public void Add(RulingParse parse, string file)
    {
        if (parse.Ruling is not { } ruling)
        {
            messages.LeaveOut($"{file}: {parse.Error}");
            return;
        }

        try
        {
            switch (ledger.Append(ruling))
            {
                case Appended.Added:
                    _added++;
                    break;
                case Appended.Withdrawn:
                    messages.LeaveOut($"{file}: the text to which ruling {ruling.Id} belongs was withdrawn from this record; it is not added again. [withdrawn]");
                    break;
                default:
                    _known++;
                    break;
            }
        }
        catch (ArgumentException wrong)
        {
            messages.LeaveOut($"{file}: ruling {ruling.Id}: {wrong.Message} [other-ruling]");
        }
    }

    /// <summary>How many were added and known, to stand at the end of a line; empty where there was none.</summary>
    public override string ToString() => _added + _known == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {_added} rulings added, {_known} known");
}
