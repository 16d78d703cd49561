using System.CommandLine;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur forecast …</c>: what may come of something, as a distribution.</summary>
internal static class ForecastCommand
{
    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var command = new ExampleCommand("forecast", "Says what may come of something, as a distribution.",
            "rapporteur forecast deu ../shared/corpora/bargaining --issues sealed -o sealed.csv");
        command.Add(ForecastDeuCommand.Create(terminal, common));
        command.Add(CoercionCommand.Create(terminal));
        return command;
    }
}
