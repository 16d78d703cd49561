using System.Text;
using Rapporteur.Cli;
using Xunit;

namespace Rapporteur.Tests;

/// <summary>One call of the program, inside the test process.</summary>
internal sealed record Call(int Code, string Out, string Error)
{
    public static async Task<Call> With(string? input, params string[] args)
    {
        var (results, messages) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var terminal = new Terminal(() => new MemoryStream(Encoding.UTF8.GetBytes(input ?? "")), results, messages);
        var code = await RapporteurProgram.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return new(code, results.ToString(), messages.ToString());
    }

    public static Task<Call> Of(params string[] args) => With(null, args);
}
