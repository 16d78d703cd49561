using System.CommandLine;
using Rapporteur.Domain;
using Rapporteur.Publishing;

namespace Rapporteur.Cli;

/// <summary>The options by which a call chooses the form of a brief: <c>--template T --actor NAME --issue NAME</c>.</summary>
internal sealed class TemplateOptions
{
    private readonly Option<string> _template = new("--template")
    {
        Description = $"Form of the brief: {BriefTemplate.Full} (default), {string.Join(", ", BriefTemplate.Shipped.Select(t => t.Name))}, or a file of your own (docs/formats/templates.md).",
        HelpName = "NAME|FILE.yaml",
        DefaultValueFactory = _ => BriefTemplate.Full,
    };

    private readonly Option<string?> _actor = new("--actor") { Description = "With --template actor: the state, body or person that the brief is about.", HelpName = "NAME" };
    private readonly Option<string?> _issue = new("--issue") { Description = "With --template issue: the issue that the brief is about.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Add(_template);
        command.Add(_actor);
        command.Add(_issue);
    }

    /// <summary>The template of a call; null for the full brief. Throws <see cref="CallException"/> for one that is not known or has mistakes, and where what it needs was not named.</summary>
    public BriefTemplate? Template(ParseResult call, DateOnly? since)
    {
        var template = Load(call.GetValue(_template)!);
        Check(template, TemplateNeed.Actor, call.GetValue(_actor) is not null, "--actor NAME");
        Check(template, TemplateNeed.Issue, call.GetValue(_issue) is not null, "--issue NAME");
        if (since is null && template?.Needs.Contains(TemplateNeed.Since) == true) throw new CallException($"--template {template.Name} tells what changed: name the day with --since DATE.");
        return template;
    }

    /// <summary>Options with the actor or issue that the call names. Throws <see cref="CallException"/> where the record has none of that name, with names that come near.</summary>
    /// <param name="call">The call.</param>
    /// <param name="shown">The record with its issues, without what may not be shown.</param>
    /// <param name="options">The other options.</param>
    public BriefOptions Subject(ParseResult call, RecordSnapshot shown, BriefOptions options) => options with
    {
        Actor = call.GetValue(_actor) is { } actor ? Key(SubjectFinder.Actor(shown, actor), "actor", actor) : null,
        Issue = call.GetValue(_issue) is { } issue ? Key(SubjectFinder.Issue(shown, issue), "issue", issue) : null,
    };

    private static string Key(FoundSubject found, string what, string name)
    {
        if (found.Key is { } key) return key;
        throw new CallException(found.Near.IsEmpty
            ? $"--{what} '{name}': what was read names no {what}."
            : $"--{what} '{name}' is not one {what} of what was read. Near: {string.Join(", ", found.Near)}.");
    }

    private static void Check(BriefTemplate? template, TemplateNeed need, bool given, string option)
    {
        var needed = template?.Needs.Contains(need) == true;
        if (needed && !given) throw new CallException($"--template {template!.Name} is about one {EnumSpelling.Of(need)}: name it with {option}.");
        if (given && !needed) throw new CallException($"{option} goes with a template that is about one {EnumSpelling.Of(need)}, such as --template {EnumSpelling.Of(need)}.");
    }

    private static BriefTemplate? Load(string name)
    {
        if (name == BriefTemplate.Full) return null;
        if (BriefTemplate.Named(name) is { } shipped) return shipped;
        var isFile = name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);
        if (!isFile) throw new CallException($"--template takes {BriefTemplate.Full}, {string.Join(", ", BriefTemplate.Shipped.Select(t => t.Name))} or a file FILE.yaml, not '{name}'.");
        var parse = TemplateReader.Read(CallFiles.Text(name, "a template of briefs (docs/formats/templates.md)"));
        return parse.Template ?? throw new CallException(string.Join('\n', parse.Mistakes.Select(m => $"{name}, {m}")));
    }
}
