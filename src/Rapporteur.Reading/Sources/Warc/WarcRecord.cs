using System.Collections.Immutable;

namespace Rapporteur.Reading;

/// <summary>One record of a web archive (WARC 1.1, ISO 28500:2017).</summary>
/// <param name="Type">Its type: <c>warcinfo</c>, <c>request</c>, <c>response</c>, <c>resource</c>, …</param>
/// <param name="Fields">Fields of its head after the type, in their order.</param>
/// <param name="Block">Its content.</param>
public sealed record WarcRecord(string Type, ImmutableArray<KeyValuePair<string, string>> Fields, byte[] Block)
{
    /// <summary>The first field with this name; null where there is none.</summary>
    /// <param name="name">Its name, in any case.</param>
    public string? Field(string name)
    {
        foreach (var field in Fields)
            if (field.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) return field.Value;
        return null;
    }
}
