using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>Reads a table of stakeholders in any form that the program knows, told by its content.</summary>
public static class StakeholderFile
{
    /// <summary>Reads a table.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="title">Name of the table, where the file gives none.</param>
    public static TableReading Read(string text, string title) => Read(text, title, out _);

    /// <summary>Reads a table, and how a model is to run on it where the file says so.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="title">Name of the table, where the file gives none.</param>
    /// <param name="scenario">What a file of KTAB says beside its table; null for other files.</param>
    public static TableReading Read(string text, string title, out KtabScenario? scenario)
    {
        scenario = null;
        if (!KtabXml.Is(text) && !KtabCsv.Is(text)) return DecideFile.Is(text) ? DecideFile.Read(text, title) : StakeholderCsv.Read(text, title);
        (scenario, var faults) = KtabXml.Is(text) ? KtabXml.Read(text) : KtabCsv.Read(text);
        return new(scenario?.Table, faults);
    }
}
