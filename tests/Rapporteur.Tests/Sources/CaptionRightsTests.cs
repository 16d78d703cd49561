using Rapporteur.Domain;
using Xunit;

namespace Rapporteur.Tests;

public sealed class CaptionRightsTests
{
    [Theory]
    [InlineData("The square at night. A. Writer, CC BY-SA 4.0, via Wikimedia Commons.", "picture: A. Writer, CC BY-SA 4.0, via Wikimedia Commons")]
    [InlineData("The square at night. (A. Writer/Creative Commons)", "picture: A. Writer/Creative Commons")]
    public void The_credit_of_a_picture_is_carried_with_the_rights(string line, string rights)
    {
        var document = Read(line);
        Assert.Equal(ZoneKind.Caption, document.ZoneAt(document.Text.IndexOf(line, StringComparison.Ordinal)));
        Assert.Equal(rights, document.Rights);
    }

    [Theory]
    [InlineData("The archive put its maps of the border under a Creative Commons licence last year.")]
    [InlineData("The envoys named a lawyer of Creative Commons, a group that both sides trust.")]
    public void A_sentence_that_speaks_of_a_licence_is_no_caption(string line)
    {
        var document = Read(line);
        Assert.Equal(ZoneKind.Body, document.ZoneAt(document.Text.IndexOf(line, StringComparison.Ordinal)));
        Assert.Null(document.Rights);
    }

    private static SourceDocument Read(string line)
    {
        using var files = new SourceFixtures(nameof(CaptionRightsTests));
        return files.Read("article.txt", $"{SourceFixtures.Article}\n{line}\n\nThe talks go on in June, the host said.\n").Document!;
    }
}
