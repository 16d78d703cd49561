using System.Text;
using Spectre.Console;

namespace Rapporteur.Cli;

/// <summary>Where a command reads and writes: results on <see cref="Out"/>, everything else on <see cref="Error"/>.</summary>
public sealed class Terminal
{
    /// <summary>A terminal over given streams.</summary>
    /// <param name="input">Opens standard input.</param>
    /// <param name="results">Standard output.</param>
    /// <param name="messages">Standard error.</param>
    /// <param name="interactive">Whether standard error is a terminal that can show progress and colours.</param>
    /// <param name="colourful">Whether standard output is a terminal that can show colours.</param>
    public Terminal(Func<Stream> input, TextWriter results, TextWriter messages, bool interactive = false, bool colourful = false)
    {
        Input = input;
        Out = results;
        Error = messages;
        Interactive = interactive;
        Colourful = colourful;
    }

    /// <summary>Opens standard input.</summary>
    public Func<Stream> Input { get; }

    /// <summary>Opens standard output for a protocol, which goes past <see cref="Out"/>.</summary>
    public Func<Stream> Output { get; init; } = Console.OpenStandardOutput;

    /// <summary>The clock by which following waits; that of the machine by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Results only.</summary>
    public TextWriter Out { get; }

    /// <summary>Progress, warnings and errors.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether messages go to a terminal.</summary>
    public bool Interactive { get; }

    /// <summary>Whether results go to a terminal that can show colours.</summary>
    public bool Colourful { get; }

    /// <summary>The process's own streams, UTF-8 without byte order mark, lines ending in a line feed.</summary>
    public static Terminal System()
    {
        var utf8 = new UTF8Encoding(false);
        var results = new StreamWriter(new OutputPipe(Console.OpenStandardOutput()), utf8, 1 << 16) { NewLine = "\n" };
        var messages = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true };
        var colourful = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb" && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        return new Terminal(Console.OpenStandardInput, results, messages, !Console.IsErrorRedirected, colourful);
    }

    /// <summary>One line of standard input; on a terminal it is not shown while it is typed. Null where there is none.</summary>
    public string? ReadSecret()
    {
        if (!Interactive || Console.IsInputRedirected)
        {
            using var reader = new StreamReader(Input());
            return reader.ReadLine();
        }

        var typed = new StringBuilder();
        for (; ; )
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter) break;
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        Error.WriteLine();
        return typed.ToString();
    }

    /// <summary>A console for progress and coloured messages on standard error.</summary>
    /// <param name="colour">Whether colours are wanted; they are used on a terminal only.</param>
    public IAnsiConsole Messages(bool colour)
    {
        var coloured = colour && Interactive && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Error),
            Ansi = Interactive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = coloured ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = Interactive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Width = 1 << 16;
        return console;
    }
}
