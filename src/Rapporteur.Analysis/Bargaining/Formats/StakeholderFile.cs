using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Reads a table of stakeholders in any form that the program knows, told by its content.</summary>
public static class StakeholderFile
{
    /// <summary>Reads a table.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="title">Name of the table, where the file gives none.</param>
    public static TableReading Read(string text, string title) => DecideFile.Is(text) ? DecideFile.Read(text, title) : StakeholderCsv.Read(text, title);
}
