using System.Net;
using Rapporteur.Web;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>Accounts, roles, and what each may not do.</summary>
[Collection("Sockets")]
public sealed class TeamTests
{
    private const string Password = "correct horse battery";

    private static async Task<Bench> TeamAsync() => await Bench.WithAsync(Talks.All, (options, bench) =>
    {
        var file = bench.Folder.File("team.accounts");
        var accounts = new AccountFile(file, rounds: 100);
        accounts.Add("Rea", Role.Reader, Password);
        accounts.Add("Ana", Role.Analyst, Password);
        accounts.Add("Ben", Role.Analyst, Password);
        accounts.Add("Eda", Role.Editor, Password);
        return options with { Accounts = file };
    });

    [Fact]
    public async Task Who_is_not_logged_in_sees_the_log_in_alone()
    {
        await using var bench = await TeamAsync();
        var stranger = bench.Stranger("https://localhost");
        var page = await stranger.GetAsync("/meetings?q=bridge");
        Assert.Equal("/log-in", page.At.AbsolutePath);
        Assert.DoesNotContain("Northland", page.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/meetings.json")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await bench.LogInAsync("Rea", Password)).GetAsync("/enter?token=x")).Status);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_guessing_becomes_slow()
    {
        await using var bench = await TeamAsync();
        var stranger = bench.Stranger("https://localhost");
        var page = await stranger.GetAsync("/log-in");
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync("/log-in", page, ("name", "Ana"), ("password", "guess" + i))).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.PostAsync("/log-in", page, ("name", "ana"), ("password", Password))).Status);
        for (var i = 0; i < 6; i++) await stranger.PostAsync("/log-in", page, ("name", "name" + i), ("password", "x"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.PostAsync("/log-in", page, ("name", "Eda"), ("password", Password))).Status);
    }

    [Fact]
    public async Task A_reader_sees_and_changes_nothing()
    {
        await using var bench = await TeamAsync();
        var reader = await bench.LogInAsync("Rea", Password);
        var address = Talks.Address(Talks.Doubtful);
        var page = await reader.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Values("accept"));
        var form = new[] { ("accept", Talks.Doubtful.Claims[1].Id + " " + FreshRulings.Seen([])), ("__RequestVerificationToken", page.Token) };
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(address + "/rule", form)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync("/inbox", [("pasted", "x"), ("__RequestVerificationToken", page.Token)])).Status);
        Assert.Empty(bench.Rulings());
    }

    [Fact]
    public async Task A_ruling_is_signed_with_the_name_of_the_account_whatever_the_form_says()
    {
        await using var bench = await TeamAsync();
        var analyst = await bench.LogInAsync("ana", Password);
        var page = await analyst.GetAsync(Talks.Address(Talks.Doubtful));
        await analyst.PostAsync(Talks.Address(Talks.Doubtful) + "/rule", page, ("accept", page.Value("accept")), ("author", "Eda"), ("by", "Eda"));
        Assert.Equal("Ana", Assert.Single(bench.Rulings()).Author);
    }

    [Fact]
    public async Task Who_is_taken_out_is_out_at_once()
    {
        await using var bench = await TeamAsync();
        var analyst = await bench.LogInAsync("Ana", Password);
        Assert.Equal("/today", (await analyst.GetAsync("/today")).At.AbsolutePath);
        new AccountFile(bench.Folder.File("team.accounts")).Remove("ana");
        Assert.Equal("/log-in", (await analyst.GetAsync("/today")).At.AbsolutePath);
        var other = await bench.LogInAsync("Ben", Password);
        new AccountFile(bench.Folder.File("team.accounts")).SetPassword("Ben", "another long password");
        Assert.Equal("/log-in", (await other.GetAsync("/today")).At.AbsolutePath);
    }

    [Fact]
    public async Task Only_an_editor_takes_back_what_others_ruled()
    {
        await using var bench = await TeamAsync();
        var address = Talks.Address(Talks.Doubtful);
        var (ana, ben, eda) = (await bench.LogInAsync("Ana", Password), await bench.LogInAsync("Ben", Password), await bench.LogInAsync("Eda", Password));
        var page = await ana.GetAsync(address);
        await ana.PostAsync(address + "/rule", page, ("reject", page.Value("reject")));
        page = await ben.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.PostAsync(address + "/rule", page, ("undo", page.Value("undo")))).Status);
        page = await eda.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, (await eda.PostAsync(address + "/rule", page, ("undo", page.Value("undo")))).Status);
        Assert.Equal(2, bench.Rulings().Count);
    }

    [Fact]
    public async Task Two_at_once_are_both_shown_and_nothing_is_overwritten()
    {
        await using var bench = await TeamAsync();
        var address = Talks.Address(Talks.Doubtful);
        var (ana, ben) = (await bench.LogInAsync("Ana", Password), await bench.LogInAsync("Ben", Password));
        var (seenByAna, seenByBen) = (await ana.GetAsync(address), await ben.GetAsync(address));
        await ana.PostAsync(address + "/rule", seenByAna, ("accept", seenByAna.Value("accept")));
        var meanwhile = await ben.PostAsync(address + "/rule", seenByBen, ("reject", seenByBen.Value("reject")));
        Assert.Equal(HttpStatusCode.Conflict, meanwhile.Status);
        Assert.Contains("Ana", meanwhile.Body, StringComparison.Ordinal);
        Assert.Contains("reject", meanwhile.Body, StringComparison.Ordinal);
        Assert.Equal("accept", Assert.Single(bench.Rulings()).Verdict);
        var again = await ben.PostAsync(address + "/rule", meanwhile, ("reject", meanwhile.Value("reject")));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        var rulings = bench.Rulings();
        Assert.Equal([rulings[0].Id], rulings[1].Follows);
    }

    [Fact]
    public void The_file_of_accounts_holds_no_password_and_is_for_its_owner_alone()
    {
        using var folder = new TemporaryFolder();
        var accounts = new AccountFile(folder.File("a"), rounds: 100);
        accounts.Add("Ana", Role.Analyst, Password);
        Assert.DoesNotContain(Password, File.ReadAllText(folder.File("a")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("a")));
        Assert.Throws<AccountException>(() => accounts.Add("ANA", Role.Reader, Password));
        Assert.Throws<AccountException>(() => accounts.Add("Bob", Role.Reader, "short"));
        Assert.Null(accounts.Check("Ana", "wrong password"));
        Assert.NotNull(accounts.Check("Ana", Password));
    }
}
