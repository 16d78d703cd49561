using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>The drafts of a document so far, with those at hand that a later one points back to, so that nothing has to look through all of them.</summary>
internal sealed class EarlierDrafts
{
    private readonly List<ClaimDraft> _all = [];
    private readonly List<ClaimDraft> _incidents = [];
    private readonly Dictionary<int, ImmutableArray<string>> _participants = [];
    private readonly Dictionary<string, List<ClaimDraft>> _meetings = new(StringComparer.Ordinal);

    /// <summary>All of them, in order.</summary>
    public List<ClaimDraft> All => _all;

    /// <summary>The incidents, in order.</summary>
    public IReadOnlyList<ClaimDraft> Incidents => _incidents;

    /// <summary>Adds the next drafts.</summary>
    public void Add(IEnumerable<ClaimDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            _all.Add(draft);
            if (draft.Type == ClaimType.Incident) _incidents.Add(draft);
            if (draft.Type != ClaimType.Meeting || draft.Participants.Length < 2) continue;
            _participants[Form(draft.Form)] = draft.Participants;
            LastParticipants = draft.Participants;
            var key = Key(draft.Form, draft.Participants);
            if (!_meetings.TryGetValue(key, out var same)) _meetings[key] = same = [];
            same.Add(draft);
        }
    }

    /// <summary>Who took part in the last meeting of any form that names more than one; empty for none.</summary>
    public ImmutableArray<string> LastParticipants { get; private set; } = [];

    /// <summary>Who took part in the last meeting of a form that names more than one; empty for none.</summary>
    public ImmutableArray<string> LastParticipantsOf(MeetingForm? form) => _participants.GetValueOrDefault(Form(form), []);

    /// <summary>The meetings of a form in which exactly these took part, in order, where they are more than one.</summary>
    public IReadOnlyList<ClaimDraft> MeetingsOf(MeetingForm? form, ImmutableArray<string> participants) => _meetings.GetValueOrDefault(Key(form, participants)) ?? [];

    private static int Form(MeetingForm? form) => form is { } known ? (int)known : -1;

    private static string Key(MeetingForm? form, ImmutableArray<string> participants)
    {
        var names = participants.Distinct(StringComparer.Ordinal).ToArray();
        Array.Sort(names, StringComparer.Ordinal);
        return $"{Form(form)}\n{string.Join('\n', names)}";
    }
}
