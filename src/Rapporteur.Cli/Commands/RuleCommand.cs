using System.CommandLine;
using System.Globalization;
using Rapporteur.Domain;
using Rapporteur.Record;

namespace Rapporteur.Cli;

/// <summary><c>rapporteur rule …</c>: what a person decides about claims, threads, actors and documents.</summary>
internal sealed class RuleCommand
{
    private readonly Terminal _terminal;
    private readonly CommonOptions _common;
    private readonly RecordOptions _record = new();
    private readonly Option<string?> _by = new("--by") { Description = "Who rules, as he or she wants to be named.", HelpName = "NAME", Recursive = true };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why.", HelpName = "TEXT", Recursive = true };

    private RuleCommand(Terminal terminal, CommonOptions common)
    {
        _terminal = terminal;
        _common = common;
        _record.Record.Recursive = true;
    }

    public static Command Create(Terminal terminal, CommonOptions common)
    {
        var rule = new RuleCommand(terminal, common);
        var command = new ExampleCommand("rule", "Decides about what was read: a ruling outlives every new reading, and can be undone.",
            "rapporteur rule accept 6c3324c2 --by \"A. Lind\" --record ukraine.db",
            "rapporteur rule correct 6c3324c2 --set by=Russia --set \"what=an immediate ceasefire\" --by \"A. Lind\" --record ukraine.db",
            "rapporteur rule add article.txt --type demand --words \"has to leave\" --set by=Ukraine --by \"A. Lind\" --record ukraine.db",
            "rapporteur rule note 6c3324c2 \"A summit comes before the end of November.\" --likelihood \"highly unlikely\" --confidence moderate --by \"A. Lind\" --record ukraine.db",
            "rapporteur rule apply rulings.ndjson --by \"A. Lind\" --record ukraine.db");
        command.Add(rule._record.Record);
        command.Add(rule._by);
        command.Add(rule._reason);
        command.Add(rule.Of(Verdict.Accept, "The claim is right as it was read.", "CLAIM", "Ids of claims, as lists show them with --json; the first digits are enough.", many: true));
        command.Add(rule.Of(Verdict.Reject, "The text does not say this.", "CLAIM", "Ids of claims.", many: true));
        command.Add(rule.Correct());
        command.Add(rule.Addition());
        command.Add(rule.Pair(Verdict.Join, "Two claims are about one thing: their threads become one.", "CLAIM"));
        command.Add(rule.Pair(Verdict.Split, "Two claims are about two things: they stand in two threads.", "CLAIM"));
        command.Add(rule.Pair(Verdict.Same, "Two actors are one.", "ACTOR"));
        command.Add(rule.Pair(Verdict.Different, "Two actors are two; or, with a document in the second place, the actor is another there.", "ACTOR"));
        command.Add(rule.Valued(Verdict.Redate, "A document was published on this day.", "DOCUMENT", "DATE"));
        command.Add(rule.Valued(Verdict.Outcome, "What became of a meeting, deadline, measure or commitment.", "THREAD", "STATE"));
        command.Add(rule.Valued(Verdict.Grade, "Grades a document by the Admiralty code.", "DOCUMENT", "GRADE"));
        command.Add(rule.Remark());
        command.Add(rule.Of(Verdict.Undo, "Takes a ruling back.", "RULING", "Id of the ruling; rule list shows it.", many: false));
        command.Add(rule.List());
        command.Add(rule.Apply());
        return command;
    }

    private Command Of(string verdict, string description, string name, string what, bool many)
    {
        var command = new Command(verdict, description);
        var of = new Argument<string[]>(name) { Description = what, Arity = ArgumentArity.OneOrMore };
        if (!many)
            of.Validators.Add(result =>
            {
                if (result.Tokens.Count > 1) result.AddError($"rule {verdict} takes one {name}.");
            });
        command.Add(of);
        command.SetAction(call => Run(call, call.GetValue(of)!.Select(id => Request(call, verdict, id))));
        return command;
    }

    private Command Correct()
    {
        var command = new Command(Verdict.Correct, "The claim is right with other fields.");
        var of = new Argument<string>("CLAIM") { Description = "Id of the claim." };
        var set = Set();
        command.Add(of);
        command.Add(set);
        command.SetAction(call => Run(call, [Request(call, Verdict.Correct, call.GetValue(of)!) with { Set = [.. (call.GetValue(set) ?? []).Select(Field)] }]));
        return command;
    }

    private Command Addition()
    {
        var command = new Command(Verdict.Add, "The text says something that no reader found.");
        var of = new Argument<string>("DOCUMENT") { Description = "Path or id of the document." };
        var type = new Option<string>("--type") { Description = "Type of the claim: " + string.Join(", ", EnumSpelling.All<ClaimType>()) + ".", HelpName = "TYPE", Required = true };
        var words = new Option<string>("--words") { Description = "The words that say it, as they stand in the text, or their offsets START-END.", HelpName = "WORDS", Required = true };
        var set = Set();
        command.Add(of);
        command.Add(type);
        command.Add(words);
        command.Add(set);
        command.SetAction(call => Run(call, [Request(call, Verdict.Add, call.GetValue(of)!) with { Type = call.GetValue(type), Words = call.GetValue(words), Set = [.. (call.GetValue(set) ?? []).Select(Field)] }]));
        return command;
    }

    private Command Pair(string verdict, string description, string name)
    {
        var command = new Command(verdict, description);
        var one = new Argument<string>(name + "1") { Description = name == "CLAIM" ? "Id of a claim, or key of a thread." : "Name or key of an actor." };
        var other = new Argument<string>(name + "2") { Description = verdict == Verdict.Different ? "Name or key of the other, or the document in which the first is another." : "The other." };
        command.Add(one);
        command.Add(other);
        command.SetAction(call => Run(call, [Request(call, verdict, call.GetValue(one)!, call.GetValue(other)!)]));
        return command;
    }

    private Command Valued(string verdict, string description, string name, string value)
    {
        var command = new Command(verdict, description);
        var of = new Argument<string>(name) { Description = name == "DOCUMENT" ? "Path or id of the document." : "Key of the thread, or id of one of its claims." };
        var what = new Argument<string>(value) { Description = value == "DATE" ? "Day or interval, such as 2025-08-22." : value == "GRADE" ? "Letter and digit, such as B2." : "The state, such as held or kept." };
        command.Add(of);
        command.Add(what);
        command.SetAction(call => Run(call, [Request(call, verdict, call.GetValue(of)!) with { Value = call.GetValue(what) }]));
        return command;
    }

    private Command Remark()
    {
        var command = new Command(Verdict.Note, "Adds a remark to a claim or a document; a brief shows it as a note.");
        var of = new Argument<string>("KEY") { Description = "Id of a claim, or path or id of a document." };
        var text = new Argument<string>("TEXT") { Description = "The remark." };
        var likelihood = new Option<string?>("--likelihood") { Description = $"How likely you hold what it says, in the words of the PHIA yardstick: {NoteWords.Words}.", HelpName = "WORDS" };
        var confidence = new Option<string?>("--confidence") { Description = "How much you trust its basis, which is another thing: low, moderate or high.", HelpName = "LEVEL" };
        command.Add(of);
        command.Add(text);
        command.Add(likelihood);
        command.Add(confidence);
        command.SetAction(call =>
        {
            try
            {
                return Run(call, [(Request(call, Verdict.Note, call.GetValue(of)!) with { Value = call.GetValue(text) }).With(call.GetValue(likelihood), call.GetValue(confidence))]);
            }
            catch (RulingException wrong)
            {
                throw new CallException("--" + wrong.Message);
            }
        });
        return command;
    }

    private Command List()
    {
        var command = new Command("list", "Lists rulings that no other follows, and how each stands.");
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var dossier = new DossierOption();
        command.Add(json);
        command.Add(_record.MaxMarking);
        command.Add(dossier.Dossier);
        command.SetAction(call =>
        {
            using var ledger = Ledger.Open(_record.PathOf(call), LedgerHost.System, readOnly: true);
            foreach (var ruling in ledger.Snapshot(limit: _record.Limit(call), dossier: dossier.Load(call, _record.PathOf(call))).Rulings) _terminal.Out.WriteLine(call.GetValue(json) ? RulingLines.Json(ruling) : RulingLines.Text(ruling));
            return ExitCode.Ok;
        });
        return command;
    }

    private Command Apply()
    {
        var command = new Command("apply", "Makes many rulings at once, of a file with one JSON object a line (docs/rulings.md).");
        var file = new Argument<string>("FILE") { Description = "The file; '-' for standard input." };
        command.Add(file);
        command.SetAction(call =>
        {
            var path = call.GetValue(file)!;
            if (path != "-" && !File.Exists(path)) throw new CallException($"{path} is not there; name a file with one JSON object a line.");
            using var reader = new StreamReader(path == "-" ? _terminal.Input() : File.OpenRead(path));
            return Run(call, [.. RulingFile.Read(reader.ReadToEnd().Split('\n'), call.GetValue(_by))]);
        });
        return command;
    }

    private RulingRequest Request(ParseResult call, string verdict, params string[] of) => new()
    {
        Verdict = verdict,
        Author = call.GetValue(_by) ?? throw new CallException("Say who rules: --by NAME."),
        Of = [.. of],
        Reason = call.GetValue(_reason),
    };

    private int Run(ParseResult call, IEnumerable<RulingRequest> requests) => Run(call, [.. requests.Select((request, i) => new RulingFile.Line(i + 1, request, null, null))]);

    // Each ruling is kept as soon as it is made: one that cannot be made is named and stops no other.
    private int Run(ParseResult call, List<RulingFile.Line> lines)
    {
        var messages = new Messages(_terminal, call, _common);
        using var ledger = Ledger.Open(_record.PathOf(call), LedgerHost.System);
        var desk = new RulingDesk(ledger.Snapshot(messages), ledger.Readings(), ledger.Rulings());
        var (made, failed) = (0, 0);
        foreach (var line in lines)
        {
            try
            {
                var request = line.Request ?? throw new RulingException(line.Error!);
                var ruling = desk.Take(request, line.Time ?? LedgerHost.System.Clock.GetUtcNow());
                if (ledger.Append(ruling) == Appended.Withdrawn) throw new RulingException("The text was withdrawn; nothing is ruled on it any more.");
                made++;
                _terminal.Out.WriteLine($"{ruling.Id["sha256:".Length..][..16]} {ruling.Verdict} {ruling.Key}");
                if (ruling.Verdict == Verdict.Redate) messages.Note("the document is dated anew; its relative dates follow when it is read again: rapporteur add PATH --record FILE");
            }
            catch (RulingException wrong)
            {
                failed++;
                messages.Problem(lines.Count == 1 ? wrong.Message : string.Create(CultureInfo.InvariantCulture, $"{line.Number}: {wrong.Message}"));
            }
        }

        if (lines.Count > 1) messages.Note(string.Create(CultureInfo.InvariantCulture, $"{made} rulings made, {failed} not"));
        return failed == 0 ? ExitCode.Ok : made == 0 && lines.Count == 1 ? ExitCode.Usage : ExitCode.LeftOut;
    }

    private static Option<string[]> Set() => new("--set") { Description = "A field and what it should read: by=Russia, to=\"Ukraine; France\", what=\"words of the text\", status=held; nothing after = clears it.", HelpName = "FIELD=VALUE" };

    private static (string Field, string Value) Field(string set) => set.IndexOf('=', StringComparison.Ordinal) is var at and > 0
        ? (set[..at].Trim(), set[(at + 1)..].Trim())
        : throw new CallException($"--set takes FIELD=VALUE, not “{set}”.");
}
