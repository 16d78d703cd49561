using System.CommandLine;
using Rapporteur.Plugs;
using Rapporteur.Reading;

namespace Rapporteur.Cli;

/// <summary>The options by which a call plugs a second reader in: <c>--second-reader --model --second-reader-timeout</c>.</summary>
internal sealed class SecondReaderArguments
{
    private const int LongestTimeout = 3600;

    private readonly Option<string?> _address = new("--second-reader")
    {
        Description = "Let a language model read too, at this address (Ollama, llama.cpp, vLLM). Off by default; without it nothing goes over a network. See docs/second-reader.md.",
        HelpName = "URL",
    };

    private readonly Option<string?> _model = new("--model") { Description = "Name of the second reader's model, as its server knows it.", HelpName = "NAME" };

    private readonly Option<int?> _timeout = new("--second-reader-timeout") { Description = "How long one answer of the second reader may take. Default: 120.", HelpName = "SECONDS" };

    public void AddTo(Command command)
    {
        command.Add(_address);
        command.Add(_model);
        command.Add(_timeout);
    }

    /// <summary>Whether the call asks for a second reader.</summary>
    public bool AreGiven(ParseResult call) => call.GetValue(_address) is not null;

    /// <summary>The reader with a second one at its end where the call asks for it; throws <see cref="CallException"/> where the options are wrong.</summary>
    public ReadingPipeline Extend(ReadingPipeline pipeline, ParseResult call)
    {
        if (call.GetValue(_address) is not { } address)
        {
            return call.GetValue(_model) is null && call.GetValue(_timeout) is null ? pipeline
                : throw new CallException($"{_model.Name} and {_timeout.Name} go with {_address.Name} URL.");
        }

        if (string.IsNullOrWhiteSpace(call.GetValue(_model))) throw new CallException($"{_address.Name} needs the name of a model: {_model.Name} NAME.");
        var seconds = call.GetValue(_timeout) ?? 120;
        if (seconds is < 1 or > LongestTimeout) throw new CallException($"{_timeout.Name} takes a whole number from 1 to {LongestTimeout}.");
        var options = new SecondReaderOptions(Parse(address), call.GetValue(_model)!.Trim())
        {
            Key = Environment.GetEnvironmentVariable(SecondReaderOptions.KeyVariable),
            Timeout = TimeSpan.FromSeconds(seconds),
        };
        var second = new SecondReaderAnnotator(options, DataFolder.Shipped);
        return pipeline.Then(second, second.Fingerprint);
    }

    private ReaderAddress Parse(string address)
    {
        try
        {
            return ReaderAddress.Parse(address);
        }
        catch (FormatException wrong)
        {
            throw new CallException($"{_address.Name} {wrong.Message}");
        }
    }
}
