using System.Collections.Immutable;
using System.Text;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Writes a record in a format that other programs take (<c>docs/formats/exports.md</c>). Pure: the same record gives the same bytes. Thread-safe.</summary>
public abstract class RecordExporter
{
    /// <summary>Every exporter, by name.</summary>
    public static ImmutableArray<RecordExporter> All { get; } = [new AtomFeed(), new ClaimsCsv(), new CalendarExporter(), new PloverCsv(), new ClaimsJsonLd(), new CroissantExporter()];

    /// <summary>Name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Media type with the character set.</summary>
    public abstract string MediaType { get; }

    /// <summary>Whether it tells <see cref="RecordExport.Changes"/>; the others tell the record as it stands.</summary>
    public virtual bool TellsChanges => false;

    /// <summary>The exporter with a name; null where there is none.</summary>
    /// <param name="name">Its name, to the letter.</param>
    public static RecordExporter? Named(string name) => All.FirstOrDefault(e => e.Name == name);

    /// <summary>The record in this format: UTF-8 without byte order mark.</summary>
    /// <param name="export">What goes out.</param>
    /// <param name="limit">Strictest marking that may go out; what rests on stricter documents is left out. Unmarked ones count as AMBER.</param>
    public byte[] Export(RecordExport export, Marking limit)
    {
        ArgumentNullException.ThrowIfNull(export);
        return Encoding.UTF8.GetBytes(Write(export.Within(limit)));
    }

    /// <summary>The text of what was let through.</summary>
    internal abstract string Write(RecordExport export);
}
