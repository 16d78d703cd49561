using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Analysis;

namespace Rapporteur.Training;

/// <summary>How long ceasefires last, counted anew: the base rates that ship.</summary>
internal static class CeasefireEvaluation
{
    private const string File = "ceasefires_dataset.csv";

    private static readonly ImmutableArray<int> Days = [7, 30, 90, 180, 365, 1095];

    private static readonly ImmutableArray<(string Name, Func<IReadOnlyDictionary<string, string>, bool> Belongs)> Kinds =
    [
        ("all", _ => true), ("unilateral", codes => codes["side"] == "1"), ("bilateral", codes => codes["side"] == "2"), ("multilateral", codes => codes["side"] == "3"),
        ("mediated", codes => codes["mediator_nego"] == "1"), ("unmediated", codes => codes["mediator_nego"] == "0"), ("written", codes => codes["written"] is "1" or "2"), ("unwritten", codes => codes["written"] == "0"),
        ("cessation", codes => codes["ceasefire_class"] == "1"), ("preliminary", codes => codes["ceasefire_class"] == "2"), ("definitive", codes => codes["ceasefire_class"] == "3"),
        ("fixed term", codes => codes["fixed"] == "1"), ("open-ended", codes => codes["fixed"] == "0"), ("mechanism", codes => codes["implement"] == "1"),
    ];

    public static IEnumerable<string> Lines(EvaluationRequest request, CancellationToken cancel)
    {
        var path = Directory.Exists(request.Path) ? Path.Combine(request.Path, File) : request.Path;
        ImmutableArray<Ceasefire> all;
        using (var table = new StreamReader(path)) all = Ceasefire.Read(table);
        yield return $"{all.Length} ceasefires whose end is known or that still lasted; share that lasts longer than so many days";
        yield return $"{"",-14} {"n",5}  " + string.Join(' ', Days.Select(days => $"{days,6}"));
        foreach (var (name, belongs) in Kinds)
        {
            cancel.ThrowIfCancellationRequested();
            var curve = new KaplanMeier(all.Where(one => belongs(one.Codes)).Select(one => one.Duration));
            yield return string.Create(CultureInfo.InvariantCulture, $"{name,-14} {curve.Count,5}  ") + string.Join(' ', Days.Select(days => curve.Beyond(days).ToString("0.000", CultureInfo.InvariantCulture).PadLeft(6)));
        }
    }
}
