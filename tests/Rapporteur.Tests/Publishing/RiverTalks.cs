using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>A small record of invented talks between two states over river ports, with every kind of thread.</summary>
internal static class RiverTalks
{
    public static DateOnly Day { get; } = new(2031, 5, 20);

    public static RecordSnapshot Snapshot() => Build().Snapshot;

    public static ImmutableArray<Deadlock> Deadlocks() => Build().Deadlocks;

    private static (RecordSnapshot Snapshot, ImmutableArray<Deadlock> Deadlocks) Build()
    {
        var r = new RecordSketch();
        var norland = r.Actor("norland", "Norland", ActorKind.State, "norland");
        var sudria = r.Actor("sudria", "Sudria", ActorKind.State, "sudria");
        var council = r.Actor("council", "Lakes Council", ActorKind.Organisation, "council");
        var berg = r.Actor("berg", "Ada Berg", ActorKind.Person, "norland", "foreign minister", "norland");
        var sol = r.Actor("sol", "Teo Sol", ActorKind.Person, "sudria", "president", "sudria");
        var aide = r.Actor("aide", "a Council official", ActorKind.Unnamed, "council", "official", "council");
        var kern = r.Actor("kern", "Lena Kern", ActorKind.Person, null, "analyst");

        var one = r.Document("notes/harbour-1.txt", "Harbour Daily", "2031-05-02", "Norland sets a date for the ports", string.Join('\n',
            "Norland told Sudria on Friday to withdraw its patrol boats by 15 May or face a closure of the locks.",
            "Foreign minister Ada Berg said: “We will not talk under the guns of patrol boats.”",
            "“The locks are ours to close,” she added.",
            "Sudrian president Teo Sol called the ultimatum unacceptable and said his country would not withdraw a single boat.",
            "Sudria demands that the tolls on the upper river be halved.",
            "On 30 April three barges were sunk near Mirow, and 14 sailors were hurt.",
            "The two states had signed a toll treaty in 1998."));
        var two = r.Document("notes/gazette.md", "Lakes Gazette", "2031-05-09", "Council floats a meeting", string.Join('\n',
            "The Lakes Council proposed talks between Norland and Sudria in Karsau on 24 May.",
            "A Council official said that both foreign ministers might attend.",
            "Berg said Norland would come only if the patrol boats were withdrawn first.",
            "Sol said the boats would leave only after the tolls had been settled at the table.",
            "The Council offered to send observers to the locks.",
            "Norland promised to reopen the lower locks once observers are in place.",
            "Analyst Lena Kern believes that neither side wants the talks to fail.",
            "Berg accused Sudria of sinking the barges.",
            "Sudria denied any part in the sinking of the barges."), Marking.Green);
        var three = r.Document("notes/evening.html", null, "2031-05-20", "No talks yet, says Sudria", string.Join('\n',
            "No meeting has been agreed, Sol said on Tuesday.",
            "Norland imposed a ban on Sudrian grain barges last week.",
            "The Council agreed to the venue in Karsau.",
            "Skirmishes went on along the river."), basis: DateBasis.Inferred, reason: "“on Tuesday” and the ban of “last week” fit 20 May 2031.", rights: "CC BY 4.0");
        r.Document("notes/avis.txt", null, null, null, "", error: new("not-english", "The text is not in English; give a translation."));

        var ultimatum = r.Claim(one, ClaimType.Deadline, "told Sudria", (c, s) => c with { By = norland, To = [sudria], What = s("withdraw its patrol boats"), Time = s("15 May"), Due = Edtf.Parse("2031-05-15"), Consequence = s("a closure of the locks"), Voice = Voice.Reporter });
        r.Claim(one, ClaimType.Threat, "told Sudria", (c, s) => c with { By = norland, To = [sudria], What = s("a closure of the locks"), If = s("withdraw its patrol boats by 15 May"), Voice = Voice.Reporter });
        var boats = r.Claim(one, ClaimType.Demand, "told Sudria", (c, s) => c with { By = norland, To = [sudria], What = s("withdraw its patrol boats"), Voice = Voice.Reporter });
        r.Claim(one, ClaimType.Statement, "Foreign minister", (c, s) => c with { By = berg, Cue = s("said"), Content = [s("We will not talk under the guns of patrol boats"), s("The locks are ours to close")], Quoted = Quotation.Direct, Voice = Voice.Party });
        var notTalk = r.Claim(one, ClaimType.Rejection, "Foreign minister", (c, s) => c with { By = berg, What = s("talk under the guns of patrol boats"), Voice = Voice.Party });
        var unacceptable = r.Claim(one, ClaimType.Rejection, "called the ultimatum", (c, s) => c with { By = sol, What = s("the ultimatum"), Voice = Voice.Party });
        var noBoat = r.Claim(one, ClaimType.Rejection, "called the ultimatum", (c, s) => c with { By = sudria, Holder = sol, What = s("withdraw a single boat"), Voice = Voice.Party });
        var tolls = r.Claim(one, ClaimType.Demand, "demands that the tolls", (c, s) => c with { By = sudria, What = s("the tolls on the upper river be halved"), Voice = Voice.Party });
        r.Claim(one, ClaimType.Incident, "three barges", (c, s) => c with { Kind = "sinking", What = s("three barges were sunk"), When = Edtf.Parse("2031-04-30"), Where = "Mirow", Quantities = [new(3, "barges"), new(14, "sailors", "about")], Voice = Voice.Reporter });
        r.Claim(one, ClaimType.Acceptance, "toll treaty", (c, s) => c with { By = norland, What = s("a toll treaty"), Modality = Modality.Historical, Voice = Voice.Reporter });

        var proposed = r.Claim(two, ClaimType.Meeting, "proposed talks", (c, s) => c with { By = council, Participants = [norland, sudria], Form = MeetingForm.Talks, Status = ClaimStatus.Proposed, When = Edtf.Parse("2031-05-24"), Where = "Karsau", Voice = Voice.Official }, "proposed");
        var mayAttend = r.Claim(two, ClaimType.Meeting, "might attend", (c, s) => c with { By = aide, Participants = [norland, sudria], Form = MeetingForm.Talks, Status = ClaimStatus.Floated, Modality = Modality.Possible, Voice = Voice.Anonymous }, "might attend");
        r.Claim(two, ClaimType.Statement, "might attend", (c, s) => c with { By = aide, Cue = s("said"), Content = [s("both foreign ministers might attend")], Quoted = Quotation.Indirect, Voice = Voice.Anonymous });
        var boatsFirst = r.Claim(two, ClaimType.Condition, "only if the patrol boats", (c, s) => c with { By = norland, Holder = berg, Then = s("Norland would come"), If = s("the patrol boats were withdrawn first"), Voice = Voice.Party });
        var tollsFirst = r.Claim(two, ClaimType.Condition, "only after the tolls", (c, s) => c with { By = sudria, Holder = sol, Then = s("the boats would leave"), If = s("the tolls had been settled at the table"), Voice = Voice.Party });
        var observers = r.Claim(two, ClaimType.Offer, "offered to send", (c, s) => c with { By = council, What = s("send observers to the locks"), Voice = Voice.Official });
        var reopen = r.Claim(two, ClaimType.Commitment, "promised to reopen", (c, s) => c with { By = norland, What = s("reopen the lower locks"), If = s("observers are in place"), Voice = Voice.Party });
        r.Claim(two, ClaimType.Assessment, "Lena Kern", (c, s) => c with { By = kern, About = [norland, sudria], What = s("neither side wants the talks to fail"), Modality = Modality.Probable, Voice = Voice.Expert });
        var sinking = r.Claim(two, ClaimType.Accusation, "accused Sudria", (c, s) => c with { By = berg, To = [sudria], What = s("sinking the barges"), Voice = Voice.Party });
        var denial = r.Claim(two, ClaimType.Denial, "denied any part", (c, s) => c with { By = sudria, What = s("any part in the sinking of the barges"), Voice = Voice.Party });

        var notAgreed = r.Claim(three, ClaimType.Meeting, "No meeting", (c, s) => c with { By = sol, Participants = [norland, sudria], Form = MeetingForm.Talks, Status = ClaimStatus.Agreed, Polarity = Polarity.Negative, Voice = Voice.Party }, "agreed");
        var ban = r.Claim(three, ClaimType.Measure, "imposed a ban", (c, s) => c with { By = norland, To = [sudria], Kind = "embargo", Status = ClaimStatus.Imposed, What = s("a ban on Sudrian grain barges"), Voice = Voice.Reporter });
        var venue = r.Claim(three, ClaimType.Acceptance, "agreed to the venue", (c, s) => c with { By = council, What = s("the venue in Karsau"), Voice = Voice.Official });
        r.Claim(three, ClaimType.Incident, "Skirmishes", (c, s) => c with { Kind = "fighting", What = s("Skirmishes"), Where = "along the river", Voice = Voice.Reporter });

        var snapshot = r.Snapshot(Day) with
        {
            Meetings =
            [
                new()
                {
                    Key = "m1", Name = "Talks of Norland and Sudria, Karsau", Claims = [proposed, mayAttend, notAgreed], Participants = [norland, sudria], Form = MeetingForm.Talks,
                    When = Edtf.Parse("2031-05-24"), Venues = ["Karsau"], State = ClaimStatus.Proposed,
                    Lanes = [new(council, ClaimStatus.Proposed, [proposed, mayAttend]), new(sudria, ClaimStatus.Denied, [notAgreed])],
                },
            ],
            Deadlines =
            [
                new()
                {
                    Key = "d1", Name = "Norland to Sudria, 15 May", Claims = [ultimatum], SetBy = norland, Addressees = [sudria], Due = Edtf.Parse("2031-05-15"),
                    State = DeadlineState.Lapsed, Coverage = new(new(2031, 5, 16), Day, 1, 1),
                },
            ],
            Measures = [new() { Key = "a1", Name = "Ban on grain barges", Claims = [ban], By = norland, Targets = [sudria], Kind = "embargo", State = ClaimStatus.Imposed }],
            Commitments = [new() { Key = "k1", Name = "Lower locks", Claims = [reopen], By = norland, State = CommitmentState.Dormant, Condition = reopen }],
            Positions =
            [
                new(norland, Firmness.Demand, boats), new(berg, Firmness.RedLine, notTalk), new(sol, Firmness.RedLine, unacceptable), new(sudria, Firmness.RedLine, noBoat),
                new(sudria, Firmness.Demand, tolls), new(council, Firmness.Preference, observers), new(council, Firmness.Preference, venue),
            ],
            Disputes = [new("q1", DisputeKind.Contradiction, "the sinking of the barges", [sinking], [denial])],
        };
        Condition[] cycle = [new(norland, "boats", "talks", boatsFirst) { Stance = "s1" }, new(sudria, "talks", "boats", tollsFirst) { Stance = "s2" }];
        var deadlock = new Deadlock("x1", [.. cycle])
        {
            Nodes = [new("boats", "the boats would leave"), new("talks", "the tolls had been settled at the table")],
            Breaks = [.. cycle.Select(c => ImmutableArray.Create(new Concession(c.Stance!, c.Party, [c])))],
        };
        return (snapshot, [deadlock]);
    }
}
