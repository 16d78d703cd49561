using Rapporteur.Plugs;
using Xunit;

namespace Rapporteur.Tests;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/anything", true)]
    [InlineData("", "/anything", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: rapporteur\nAllow: /", "/a", true)] // its own group wins over *
    [InlineData("User-agent: rapporteur\nUser-agent: other\nDisallow: /news\n\nUser-agent: *\nDisallow: /", "/news/1", false)]
    [InlineData("User-agent: rapporteur\nUser-agent: other\nDisallow: /news\n\nUser-agent: *\nDisallow: /", "/else", true)]
    [InlineData("User-agent: Rapporteur/2.0\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: RAPPORTEUR\nDisallow: /c", "/c", false)] // two groups of one name are one
    [InlineData("User-agent: Rapporteur/2.0\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: RAPPORTEUR\nDisallow: /c", "/a", false)]
    [InlineData("User-agent: Rapporteur/2.0\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: RAPPORTEUR\nDisallow: /c", "/b", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)] // the longest match
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /page", "/page", true)] // as long: allow
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?a=1", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a11b22c33", false)]
    [InlineData("User-agent: *\nDisallow: /caf%C3%A9", "/café", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejo", "/~jo/x", false)]
    [InlineData("user-agent:*#all\r\nDISALLOW : /q?x=\r\nSitemap: /s", "/q?x=1", false)]
    [InlineData("Disallow: /\nUser-agent: *\nAllow: /", "/a", true)] // a rule of no group
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void A_path_is_allowed_as_the_standard_says(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(robots, "Rapporteur").Allows(new Uri("https://news.example" + path)));

    [Fact]
    public void A_pattern_of_many_stars_takes_no_time()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 500)) + "b", "Rapporteur");
        Assert.True(rules.Allows(new Uri("https://news.example/" + new string('a', 4000))));
    }
}
