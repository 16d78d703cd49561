using System.Collections.Immutable;
using System.Text;

namespace Rapporteur.Publishing;

/// <summary>The templates that ship, from <c>data/publishing/templates</c>.</summary>
internal static class TemplateBook
{
    private static readonly string[] Order = ["situation", "summary", "takeaways", "changes", "deadlines", "actor", "issue"];

    public static ImmutableArray<BriefTemplate> Shipped { get; } = [.. Order.Select(Load)];

    private static BriefTemplate Load(string name)
    {
        using var stream = typeof(TemplateBook).Assembly.GetManifestResourceStream(name + ".yaml")
            ?? throw new InvalidOperationException($"The assembly lacks the template {name}; data/publishing/templates/{name}.yaml was not there when it was built.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var parse = TemplateReader.Read(reader.ReadToEnd());
        return parse.Template ?? throw new InvalidOperationException($"data/publishing/templates/{name}.yaml, {parse.Mistakes[0]}");
    }
}
