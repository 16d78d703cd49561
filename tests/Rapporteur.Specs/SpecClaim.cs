using System.Text.RegularExpressions;
using Rapporteur.Domain;

namespace Rapporteur.Specs;

/// <summary>Reads a claim of a spec: a type, then fields. Actors and values stand bare, words of the sentence in quotation marks.</summary>
internal static partial class SpecClaim
{
    public static Claim Read(string line, string text, TextSpan sentence, string id)
    {
        var type = line.Split(' ')[0];
        var claim = new Claim { Id = id, Type = Parse<ClaimType>(type), Trigger = new(sentence.Start, sentence.Start), Evidence = sentence, Voice = Voice.Party, Rule = "spec" };
        foreach (Match field in Field().Matches(line))
            claim = With(claim, field.Groups["name"].Value, field.Groups["words"] is { Success: true, Value: var words } ? words : field.Groups["value"].Value, text, sentence);
        return claim;
    }

    private static Claim With(Claim claim, string field, string value, string text, TextSpan sentence) => field switch
    {
        "by" => claim with { By = value },
        "holder" => claim with { Holder = value },
        "to" => claim with { To = [.. value.Split(',')] },
        "with" => claim with { Participants = [.. value.Split(',')] },
        "about" => claim with { About = [.. value.Split(',')] },
        "what" => claim with { What = Find(value, text, sentence) },
        "if" => claim with { If = Find(value, text, sentence) },
        "then" => claim with { Then = Find(value, text, sentence) },
        "cue" => claim with { Cue = Find(value, text, sentence) },
        "content" => claim with { Content = [Find(value, text, sentence)] },
        "time" => claim with { Time = Find(value, text, sentence) },
        "consequence" => claim with { Consequence = Find(value, text, sentence) },
        "trigger" => claim with { Trigger = Find(value, text, sentence) },
        "due" => claim with { Due = Edtf.Parse(value) },
        "when" => claim with { When = Edtf.Parse(value) },
        "where" => claim with { Where = value },
        "kind" => claim with { Kind = value },
        "form" => claim with { Form = Parse<MeetingForm>(value) },
        "status" => claim with { Status = Parse<ClaimStatus>(value) },
        "quoted" => claim with { Quoted = Parse<Quotation>(value) },
        "voice" => claim with { Voice = Parse<Voice>(value) },
        "modality" => claim with { Modality = Parse<Modality>(value) },
        "polarity" => claim with { Polarity = Parse<Polarity>(value) },
        _ => throw new FormatException($"No field '{field}'."),
    };

    private static TextSpan Find(string words, string text, TextSpan sentence)
    {
        var at = text.IndexOf(words, sentence.Start, sentence.Length, StringComparison.Ordinal);
        return at >= 0 ? new(at, at + words.Length) : throw new FormatException($"The sentence does not hold '{words}'.");
    }

    private static T Parse<T>(string value) where T : struct, Enum => Enum.Parse<T>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    [GeneratedRegex("(?<name>[a-z]+)=(“(?<words>[^”]*)”|(?<value>[^ ]+))")]
    private static partial Regex Field();
}
