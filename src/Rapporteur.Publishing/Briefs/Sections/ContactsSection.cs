using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Publishing;

/// <summary>Contacts that took place or go on, with what each side told of them. A side that is named for it and of which no words were read is said to be silent.</summary>
internal static class ContactsSection
{
    private const string Id = "contacts";

    public static ImmutableArray<Block> Build(BriefDesk desk, ImmutableArray<ContactReadouts> all)
    {
        var told = all.Select(c => c with { Readouts = [.. c.Readouts.Select(r => r with { Claims = [.. r.Claims.Where(desk.IsTold)] })] })
            .Where(c => c.Meeting.Claims.Any(desk.IsTold) && c.Readouts.Any(r => !r.Claims.IsEmpty)).ToImmutableArray();
        var grid = new SideGrid(desk, told.SelectMany(c => c.Readouts).Select(r => r.Party));
        return SideGrid.Of(desk, "header.contact", grid.Columns, told.Select(c => new MatrixRow(MeetingName.Of(c.Meeting, desk.Names), MeetingName.State(c.Meeting), grid.Cells(side => Cell(desk, c, side)))));
    }

    private static ImmutableArray<Block> Cell(BriefDesk desk, ContactReadouts contact, string side)
    {
        if (contact.Readouts.FirstOrDefault(r => r.Party == side) is not { } readout) return [];
        if (!readout.Claims.IsEmpty) return desk.Fold(desk.Lines(Id, Once(readout.Claims).NewestFirst()));
        return [new LineList([desk.Line(Id, $"{contact.Meeting.Key}/{side}", [Parts.Plain(Words.Of("tally.silent"))], [], [contact.Meeting.Claims.Where(desk.IsTold).NewestFirst().First()])])];
    }

    // Words that were read as a statement and as a judgement stand here once, as the statement.
    private static IEnumerable<RecordedClaim> Once(IEnumerable<RecordedClaim> claims)
    {
        var all = claims.ToList();
        return all.Where(c => c.Claim is not { Type: ClaimType.Assessment, What: { } what } || !all.Exists(s => s.Claim.Type == ClaimType.Statement && s.Document.TextId == c.Document.TextId && s.Claim.Content.Any(said => said.Overlaps(what))));
    }
}
