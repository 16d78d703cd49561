using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Record;

/// <summary>Claims in few bytes. A set of bits tells which of the fields that most claims do not have are there.</summary>
internal static class ClaimForm
{
    private const int By = 1, Holder = 2, To = 4, Participants = 8, About = 16, Cue = 32, Content = 64, What = 128, If = 256, Then = 512, Consequence = 1024, Time = 2048, Due = 4096, When = 8192,
        Where = 16384, Kind = 32768, Quantities = 65536, Origin = 131072, HeadLemma = 262144, Event = 524288, Quoted = 1048576, Form = 2097152, Level = 4194304, Format = 8388608, Status = 16777216;

    internal static void Write(CompactWriter to, ImmutableArray<Claim> claims)
    {
        if (claims.IsDefault) claims = [];
        var (ownOnly, sorted) = (claims.All(claim => claim.Origin is null), ClaimBook.AreSorted(claims));
        to.Flag(ownOnly);
        to.Flag(sorted);
        if (!sorted) to.Each([.. ClaimBook.Order(claims)], place => to.Number(place));
        to.Parts(claims, claim => Write(to, claim));
    }

    internal static ImmutableArray<Claim> Read(CompactReader reader)
    {
        reader.Flag();
        if (!reader.Flag()) reader.Each(static r => r.Number());
        var places = reader.Parts();
        var claims = new Claim[places.Length - 1];
        for (var i = 0; i < claims.Length; i++) claims[i] = Read(reader.At(places[i]), null);
        return CompactReader.Frozen(claims);
    }

    /// <summary>Whether no second reader had a part in them, and where each claim begins, in the order in which the record holds them; goes on behind them.</summary>
    internal static (bool OwnOnly, int[] Places) Places(CompactReader reader)
    {
        var ownOnly = reader.Flag();
        var order = reader.Flag() ? null : reader.Each(static r => (int)r.Number());
        var places = reader.Parts();
        return (ownOnly, order is null ? places[..^1] : Array.ConvertAll(order, place => places[place]));
    }

    internal static void Write(CompactWriter to, Claim c)
    {
        var there = Bit(c.By is not null, By) | Bit(c.Holder is not null, Holder) | Bit(Any(c.To), To) | Bit(Any(c.Participants), Participants) | Bit(Any(c.About), About) | Bit(c.Cue is not null, Cue)
            | Bit(Any(c.Content), Content) | Bit(c.What is not null, What) | Bit(c.If is not null, If) | Bit(c.Then is not null, Then) | Bit(c.Consequence is not null, Consequence)
            | Bit(c.Time is not null, Time) | Bit(c.Due is not null, Due) | Bit(c.When is not null, When) | Bit(c.Where is not null, Where) | Bit(c.Kind is not null, Kind) | Bit(Any(c.Quantities), Quantities)
            | Bit(c.Origin is not null, Origin) | Bit(c.HeadLemma is not null, HeadLemma) | Bit(c.Event is not null, Event) | Bit(c.Quoted is not null, Quoted) | Bit(c.Form is not null, Form)
            | Bit(c.Level is not null, Level) | Bit(c.Format is not null, Format) | Bit(c.Status is not null, Status);
        to.Number(there);
        to.Once(c.Id);
        to.Number((int)c.Type);
        to.Span(c.Evidence, 0);
        var at = c.Evidence.Start;
        to.Span(c.Trigger, at);
        to.Number(((int)c.Polarity << 8) | ((int)c.Modality << 4) | (int)c.Voice);
        to.Share(c.Confidence);
        to.Word(c.Rule);
        if (c.By is not null) to.Word(c.By);
        if (c.Holder is not null) to.Word(c.Holder);
        if (Any(c.To)) to.Words(c.To);
        if (Any(c.Participants)) to.Words(c.Participants);
        if (Any(c.About)) to.Words(c.About);
        foreach (var span in (ReadOnlySpan<TextSpan?>)[c.Cue, c.What, c.If, c.Then, c.Consequence, c.Time])
            if (span is { } set) to.Span(set, at);
        if (Any(c.Content)) to.Spans(c.Content, at);
        if (c.Due is not null) to.Date(c.Due);
        if (c.When is not null) to.Date(c.When);
        foreach (var word in (ReadOnlySpan<string?>)[c.Where, c.Kind, c.Origin, c.HeadLemma, c.Event])
            if (word is not null) to.Word(word);
        if (Any(c.Quantities))
        {
            to.Each(c.Quantities, quantity =>
            {
                to.Exact(quantity.Value);
                to.Word(quantity.Unit);
                to.Word(quantity.Qualifier);
            });
        }

        if (c.Quoted is not null) to.Choice(c.Quoted);
        if (c.Form is not null) to.Choice(c.Form);
        if (c.Level is not null) to.Choice(c.Level);
        if (c.Format is not null) to.Choice(c.Format);
        if (c.Status is not null) to.Choice(c.Status);
    }

    internal static Claim Read(CompactReader from, ReadingKeys? keys)
    {
        var there = from.Number();
        bool Has(int bit) => (there & bit) != 0;
        var (id, type) = (from.Once(), (ClaimType)from.Number());
        var evidence = from.Span(0);
        var at = evidence.Start;
        var trigger = from.Span(at);
        var manner = from.Number();
        var (confidence, rule) = (from.Share(), from.Known());
        string? Role(int bit) => !Has(bit) ? null : keys is null ? from.Known() : keys[from.Known()];
        var (by, holder) = (Role(By), Role(Holder));
        ImmutableArray<string> Roles(int bit) => !Has(bit) ? [] : keys is null ? from.Words() : from.Words(keys);
        ImmutableArray<string> to = Roles(To), participants = Roles(Participants), about = Roles(About);
        TextSpan? Place(int bit) => Has(bit) ? from.Span(at) : null;
        TextSpan? cue = Place(Cue), what = Place(What), first = Place(If), then = Place(Then), consequence = Place(Consequence), time = Place(Time);
        ImmutableArray<TextSpan> content = Has(Content) ? from.Spans(at) : [];
        Edtf? due = Has(Due) ? from.Date() : null, when = Has(When) ? from.Date() : null;
        string? Word(int bit) => Has(bit) ? from.Word() : null;
        string? where = Word(Where), kind = Word(Kind), origin = Word(Origin), head = Word(HeadLemma), happened = Word(Event);
        ImmutableArray<Quantity> quantities = Has(Quantities) ? from.Many(static r => new Quantity(r.Exact(), r.Known(), r.Word())) : [];
        return new()
        {
            Id = id,
            Type = type,
            By = by,
            Holder = holder,
            To = to,
            Trigger = trigger,
            Evidence = evidence,
            Cue = cue,
            Content = content,
            Quoted = Has(Quoted) ? from.Optional<Quotation>() : null,
            What = what,
            If = first,
            Then = then,
            Consequence = consequence,
            Time = time,
            Due = due,
            When = when,
            Where = where,
            Participants = participants,
            About = about,
            Form = Has(Form) ? from.Optional<MeetingForm>() : null,
            Level = Has(Level) ? from.Optional<MeetingLevel>() : null,
            Format = Has(Format) ? from.Optional<MeetingFormat>() : null,
            Status = Has(Status) ? from.Optional<ClaimStatus>() : null,
            Kind = kind,
            Quantities = quantities,
            Polarity = (Polarity)(manner >> 8),
            Modality = (Modality)((manner >> 4) & 15),
            Voice = (Voice)(manner & 15),
            Confidence = confidence,
            Rule = rule,
            Origin = origin,
            HeadLemma = head,
            Event = happened,
        };
    }

    /// <summary>The id of the claim that begins there.</summary>
    internal static string Id(CompactReader from)
    {
        from.Number();
        return from.Once();
    }

    /// <summary>A hash of the id of the claim that begins at a place.</summary>
    internal static ulong IdHash(CompactReader from, int place) => from.HashBehind(place);

    /// <summary>Who does it and to whom, and whether it is affirmed, of the claim that begins there.</summary>
    internal static ClaimSides Sides(CompactReader from, ReadingKeys keys)
    {
        var there = from.Number();
        from.Next();
        from.Number();
        from.Span(0);
        from.Span(0);
        var polarity = (Polarity)(from.Number() >> 8);
        from.Share();
        from.Word();
        var by = (there & By) != 0 ? keys[from.Known()] : null;
        if ((there & Holder) != 0) from.Word();
        return new(by, (there & To) != 0 ? from.Words(keys) : [], polarity);
    }

    private static int Bit(bool there, int bit) => there ? bit : 0;

    private static bool Any<T>(ImmutableArray<T> values) => !values.IsDefaultOrEmpty;
}

/// <summary>What of a claim tells between whom it stands.</summary>
/// <param name="By">Who does it; null where nobody is named.</param>
/// <param name="To">To whom.</param>
/// <param name="Polarity">Whether it is affirmed.</param>
internal readonly record struct ClaimSides(string? By, ImmutableArray<string> To, Polarity Polarity);
