using Rapporteur.Domain;
using Rapporteur.Reading;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Which of the actors without a name stay.</summary>
public sealed class PassingActorTests
{
    [Fact]
    public void Whoever_a_facet_names_stays_with_those_whose_he_is()
    {
        var read = SampleReader.Annotate("The lake is still.");
        var facet = new Facet
        {
            Id = "f",
            Kind = "risk",
            Trigger = new(0, 3),
            Evidence = new(0, 18),
            Holder = "teller",
            Fields = [new("who") { Actors = ["crew"] }],
            Rule = "test",
        };
        string[] all = ["idle", "owner", "fleet", "crew", "teller"];
        var kept = PassingActors.LeaveOut(read with
        {
            Claims = [],
            Attributions = [],
            Facets = [facet],
            Actors = [.. all.Select(id => new Actor { Id = id, Name = id, Kind = ActorKind.Group, Of = id switch { "crew" => "fleet", "fleet" => "owner", _ => null } })],
            Passing = [.. all],
        });
        Assert.Equal(["owner", "fleet", "crew", "teller"], kept.Actors.Select(actor => actor.Id));
    }
}
