using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Rulings on claims that wait for an editor: those that contradict each other, and those with which a later reading disagrees.</summary>
internal static class RulingsSection
{
    private const string Id = "rulings";

    public static ImmutableArray<Block> Build(BriefDesk desk) =>
        [.. new[] { RulingStanding.Conflict, RulingStanding.Disagrees }.Select(s => Group(desk, s)).OfType<Group>()];

    private static Group? Group(BriefDesk desk, RulingStanding standing)
    {
        var lines = desk.Fold(desk.Snapshot.Rulings.Where(r => r.Standing == standing && r.Claim is not null).Select(r => Line(desk, r)));
        return lines.IsEmpty ? null : new(desk.Id("g", Id, Words.Code(standing)), [Parts.Plain(Words.Of("ruling", standing))], null, lines);
    }

    private static Line Line(BriefDesk desk, AppliedRuling applied)
    {
        var claim = applied.Claim!;
        var parts = Template.Fill(Words.Of($"ruling.{Words.Code(applied.Standing)}-line"), field => field switch
        {
            "author" => [Parts.Term(applied.Ruling.Author)],
            "verdict" => [Parts.Plain(Words.Find("verdict." + applied.Ruling.Verdict) ?? Quoting.Clean(applied.Ruling.Verdict))],
            "day" => [Parts.Date(Edtf.Day(DateOnly.FromDateTime(applied.Ruling.Time.UtcDateTime)))],
            "claim" => ClaimPhrase.Of(claim, Phrasing.Full, desk.Names),
            "reason" => applied.Reason is { Length: > 0 } reason ? [Parts.Plain(Quoting.Cut(Quoting.Clean(reason), Quoting.Longest))] : [],
            "reading" => applied.Reading is { } now ? ClaimPhrase.Of(now, Phrasing.Full, desk.Names) : [Parts.Plain(Words.Of("ruling.not-found"))],
            "fields" => [Parts.Plain(string.Join(", ", applied.Fields))],
            _ => [],
        });
        return desk.Line(Id, applied.Ruling.Id, parts, ClaimPhrase.Badges(claim.Claim), applied.Reading is { } reading ? [claim, reading] : [claim]);
    }
}
