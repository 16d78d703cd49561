using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Web;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur account add|password|role|remove|list</c>: who may log in to a workbench for a team.</summary>
internal static class AccountCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("account", "Keeps the accounts of a workbench for a team: names, roles and hashes of passwords, in a file beside the record. A password is read from standard input, never from the command line.",
            "rapporteur account add \"Ada Lind\" --role analyst --accounts team.accounts",
            "rapporteur account role \"Ada Lind\" editor --accounts team.accounts",
            "rapporteur account list --accounts team.accounts");
        var file = new Option<string>("--accounts") { Description = "The file of accounts.", HelpName = "FILE", Required = true, Recursive = true };
        command.Add(file);
        var role = new Option<string>("--role") { Description = "reader (sees), analyst (rules and adds), editor (settles rulings that contradict each other).", HelpName = "ROLE", DefaultValueFactory = _ => "reader" };
        role.AcceptOnlyFromAmong([.. EnumSpelling.All<Role>()]);
        var add = Sub("add", "Makes an account.", (accounts, name, call) => accounts.Add(name, Parsed(call.GetValue(role)!), Password(terminal, call, common)));
        add.Add(role);
        command.Add(add);
        command.Add(Sub("password", "Changes a password; who is logged in has to log in again.", (accounts, name, call) => accounts.SetPassword(name, Password(terminal, call, common))));
        var to = new Argument<string>("ROLE") { Description = "reader, analyst or editor." };
        to.AcceptOnlyFromAmong([.. EnumSpelling.All<Role>()]);
        var change = Sub("role", "Changes what an account may do.", (accounts, name, call) => accounts.SetRole(name, Parsed(call.GetValue(to)!)));
        change.Add(to);
        command.Add(change);
        command.Add(Sub("remove", "Takes an account out. What was ruled under its name stays.", (accounts, name, _) => accounts.Remove(name)));
        var list = new Command("list", "Lists names and roles.");
        list.SetAction(call => Carried(() =>
        {
            foreach (var account in new AccountFile(call.GetValue(file)!).All()) terminal.Out.WriteLine($"{EnumSpelling.Of(account.Role)}\t{account.Name}");
        }));
        command.Add(list);
        return command;

        Command Sub(string verb, string description, Action<AccountFile, string, ParseResult> act)
        {
            var sub = new Command(verb, description);
            var name = new Argument<string>("NAME") { Description = "Name of the account, under which its rulings are signed." };
            sub.Add(name);
            sub.SetAction(call => Carried(() => act(new AccountFile(call.GetValue(file)!), call.GetValue(name)!, call)));
            return sub;
        }
    }

    private static Role Parsed(string spelled) => EnumSpelling.TryParse<Role>(spelled, out var role) ? role : throw new CallException($"There is no role {spelled}.");

    private static int Carried(Action act)
    {
        try
        {
            act();
            return ExitCode.Ok;
        }
        catch (AccountException wrong)
        {
            throw new CallException(wrong.Message);
        }
    }

    private static string Password(Terminal terminal, ParseResult call, CommonOptions common)
    {
        if (terminal.Interactive) new Messages(terminal, call, common).Note("type the password and press Enter; it is not shown");
        return terminal.ReadSecret() is { Length: > 0 } password ? password : throw new CallException("The password comes on standard input: type it, or pipe it in.");
    }
}
