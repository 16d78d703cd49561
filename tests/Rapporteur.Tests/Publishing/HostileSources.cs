using Rapporteur.Domain;

namespace Rapporteur.Tests;

/// <summary>A record whose every text tries to become markup.</summary>
internal static class HostileSources
{
    public const string Script = "<script>alert(1)</script>";

    public static RecordSnapshot Snapshot()
    {
        var r = new RecordSketch();
        var evil = r.Actor("evil\"><img src=x onerror=alert(2)>", "Evil\"><img src=x onerror=alert(2)>", ActorKind.State, "evil\"><img src=x onerror=alert(2)>", "chief </span><b>", null);
        var document = r.Document("javascript:alert(3)//\u202etxt.exe", "Press <b>&amp;</b> [x](javascript:alert(4))", "2031-05-02", Script, string.Join('\n',
            "Before </blockquote><iframe src=\"https://example.org\"></iframe> it.",
            "He said **bold** <u>under</u> [link](https://example.org) ![img](https://example.org/x.png) `code` and \u202egnp.exe ended \0 it.",
            "# After &lt;script&gt; [^1]: note ]]> --> " + new string('x', 4000)), rights: "<style>*{display:none}</style>", reason: "</p><script>", basis: DateBasis.Inferred);
        var words = "**bold** <u>under</u> [link](https://example.org) ![img](https://example.org/x.png) `code` and \u202egnp.exe ended \0 it";
        r.Claim(document, ClaimType.Statement, "He said", (c, s) => c with { By = evil, Cue = s("said"), Content = [s(words)], Quoted = Quotation.Direct });
        r.Claim(document, ClaimType.Incident, "He said", (c, s) => c with { By = evil, What = s(words), Kind = "<svg onload=alert(5)>", Where = "here\" onclick=\"alert(6)", When = Edtf.Parse("2031-05-01"), Quantities = [new(1, "<i>")] });
        var meeting = r.Claim(document, ClaimType.Meeting, "He said", (c, s) => c with { By = evil, Where = "</title><script>alert(7)</script>", When = Edtf.Parse("2031-05-03"), Status = ClaimStatus.Proposed, Participants = [evil] });
        r.Claim(document, ClaimType.Demand, "xxxx", (c, s) => c with { By = evil, What = s(new string('x', 4000)) });
        r.Document("https://example.org/?a=1&b=\"2\"", null, null, null, "", error: new("x", "<script>alert(8)</script>"));
        return r.Snapshot(new(2031, 5, 2)) with
        {
            Meetings =
            [
                new()
                {
                    Key = "m<", Name = "1. # Talks </h3>" + Script, Claims = [meeting], When = Edtf.Parse("2031-05-03"), Venues = ["</title>" + Script], State = ClaimStatus.Proposed,
                    Lanes = [new(evil, ClaimStatus.Proposed, [meeting])],
                },
            ],
        };
    }
}
