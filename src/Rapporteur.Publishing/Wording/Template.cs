using System.Collections.Immutable;

namespace Rapporteur.Publishing;

/// <summary>Gives the parts of a field of a template; empty when the field has no value.</summary>
/// <param name="field">Name of the field.</param>
internal delegate ImmutableArray<TextPart> FieldParts(string field);

/// <summary>Fills templates: <c>{field}</c> is a field, <c>[…]</c> a group that is left out when one of its fields is empty. Groups do not nest.</summary>
internal static class Template
{
    /// <summary>The parts of a filled template.</summary>
    public static ImmutableArray<TextPart> Fill(string template, FieldParts fields)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('[', at);
            if (open < 0) open = template.Length;
            AddRun(template[at..open], fields, parts);
            if (open == template.Length) break;
            var close = template.IndexOf(']', open);
            var group = ImmutableArray.CreateBuilder<TextPart>();
            if (AddRun(template[(open + 1)..close], fields, group)) parts.AddRange(group);
            at = close + 1;
        }

        return Merge(parts);
    }

    // False when a field is empty.
    private static bool AddRun(string run, FieldParts fields, ImmutableArray<TextPart>.Builder parts)
    {
        var filled = true;
        var at = 0;
        while (at < run.Length)
        {
            var open = run.IndexOf('{', at);
            if (open < 0) open = run.Length;
            if (open > at) parts.Add(new(PartKind.Plain, run[at..open]));
            if (open == run.Length) break;
            var close = run.IndexOf('}', open);
            var value = fields(run[(open + 1)..close]);
            filled &= !value.IsEmpty;
            parts.AddRange(value);
            at = close + 1;
        }

        return filled;
    }

    private static ImmutableArray<TextPart> Merge(ImmutableArray<TextPart>.Builder parts)
    {
        var merged = ImmutableArray.CreateBuilder<TextPart>(parts.Count);
        foreach (var part in parts)
            if (part.Kind == PartKind.Plain && merged.Count > 0 && merged[^1].Kind == PartKind.Plain)
                merged[^1] = merged[^1] with { Text = merged[^1].Text + part.Text };
            else merged.Add(part);
        return merged.ToImmutable();
    }
}
