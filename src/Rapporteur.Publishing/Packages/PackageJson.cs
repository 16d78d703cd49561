using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Findings on packages as JSON (<c>docs/packages.md</c>).</summary>
public static class PackageJson
{
    /// <summary>The findings as one JSON object, with a line feed at the end. Numbers have six digits.</summary>
    /// <param name="name">Name of the problem.</param>
    /// <param name="findings">The findings.</param>
    public static string Of(string name, PackageFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            new Writer(json, findings).Write(name);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private sealed class Writer(Utf8JsonWriter json, PackageFindings findings)
    {
        internal void Write(string name)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("packages", findings.Space.Size.ToString(CultureInfo.InvariantCulture));
            json.Objects("issues", findings.Space.Issues, issue =>
            {
                json.WriteString("name", issue.Name);
                json.Strings("options", issue.Options);
            });
            json.Strings("parties", findings.Parties);
            Numbers("reservations", findings.Reservations);
            json.Objects("redLines", findings.RedLines, line =>
            {
                json.WriteString("party", findings.Parties[line.Party]);
                RedLine(line);
            });
            Frontier("frontier", findings.Frontier);
            json.Objects("solutions", findings.Solutions, solution =>
            {
                json.WriteString("rule", Words.Code(solution.Kind));
                Package("package", solution.Package);
            });
            json.WriteString("solutionsGuarantee", Words.Code(findings.SolutionGuarantee));
            Number("opposition", findings.Opposition);
            Zone();
            Frontier("agreeable", findings.Agreeable);
            Package("from", findings.From);
            Exchanges();
            Standing();
            json.WriteEndObject();
        }

        private void Frontier(string name, Frontier frontier)
        {
            json.WriteStartObject(name);
            json.WriteString("guarantee", Words.Code(frontier.Guarantee));
            if (frontier.Guarantee == SearchGuarantee.Within) Number("distance", frontier.Distance);
            json.WriteNumber("looked", frontier.Looked);
            json.WriteStartArray("packages");
            foreach (var package in frontier.Packages) Package(null, package);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void Zone()
        {
            json.WriteStartObject("zone");
            json.WriteBoolean("open", findings.Zone.IsOpen);
            if (findings.Zone.Count is { } count) json.WriteString("count", count.ToString(CultureInfo.InvariantCulture));
            json.WriteBoolean("allOpenings", findings.Zone.AreAll);
            json.WriteStartArray("openings");
            foreach (var opening in findings.Zone.Openings)
            {
                json.WriteStartArray();
                foreach (var bar in opening)
                {
                    json.WriteStartObject();
                    json.WriteString("party", findings.Parties[bar.Party]);
                    json.WriteString("bar", bar.Line is null ? "reservation" : "red-line");
                    if (bar.Line is { } line) RedLine(line);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartArray("shortfalls");
            foreach (var less in findings.Zone.Shortfalls)
                if (less is { } value) json.WriteRawValue(Written(value));
                else json.WriteNullValue();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        private void RedLine(RedLine line)
        {
            json.WriteString("issue", findings.Space.Issues[line.Issue].Name);
            json.Strings("options", line.Options.Select(o => findings.Space.Issues[line.Issue].Options[o]));
            if (line.Source is { } source) json.WriteString("source", source);
            if (line.Evidence.IsEmpty) return;
            json.Objects("citations", line.Evidence, citation =>
            {
                json.WriteString("textId", citation.TextId);
                json.WriteNumber("start", citation.Span.Start);
                json.WriteNumber("end", citation.Span.End);
                json.WriteString("quote", citation.Quote);
            });
        }

        private void Exchanges()
        {
            json.Objects("exchanges", findings.Logrolls, roll =>
            {
                json.Objects("changes", roll.Changes, change =>
                {
                    json.WriteString("issue", findings.Space.Issues[change.Issue].Name);
                    json.WriteString("from", findings.Space.Issues[change.Issue].Options[change.From]);
                    json.WriteString("to", findings.Space.Issues[change.Issue].Options[change.To]);
                    Numbers("gains", change.Gains);
                });
                Numbers("gains", roll.Gains);
                Package("after", roll.After);
            });
        }

        private void Standing()
        {
            json.Objects("acceptability", findings.Acceptabilities, one =>
            {
                Package("package", one.Package);
                Nested("ranks", one.Ranks);
                Nested("centralWeights", one.CentralWeights);
                Numbers("confidence", one.Confidence);
                Number("inZone", one.InZone);
                Number("nash", one.Nash);
            });
        }

        private void Nested(string name, ImmutableArray<ImmutableArray<double>> rows)
        {
            json.WriteStartArray(name);
            foreach (var row in rows) Numbers(null, row);
            json.WriteEndArray();
        }

        private void Package(string? name, Package package)
        {
            if (name is null) json.WriteStartObject();
            else json.WriteStartObject(name);
            json.Strings("options", package.Options.Select((o, i) => findings.Space.Issues[i].Options[o]));
            Numbers("utilities", package.Utilities);
            json.WriteEndObject();
        }

        private void Numbers(string? name, ImmutableArray<double> numbers)
        {
            if (name is null) json.WriteStartArray();
            else json.WriteStartArray(name);
            foreach (var number in numbers) json.WriteRawValue(Written(number));
            json.WriteEndArray();
        }

        private void Number(string name, double value)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(Written(value));
        }

        // Negative zero and rounding errors of the last digits are not worth telling.
        private static string Written(double value) => (Math.Round(value, 6) + 0.0).ToString("0.######", CultureInfo.InvariantCulture);
    }
}
