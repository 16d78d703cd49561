using System.Collections.Immutable;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Pairs the quotation marks of a text. Marks may be curly, straight, doubled single ones or guillemets, nested, run over sentences, be re-opened paragraph
/// by paragraph, or lack their partner: what is still open at the end of a paragraph is closed there, a closing mark without a partner opens at the start of its paragraph
/// when that is near, and an apostrophe is none. Linear in the length of the text.</summary>
internal static class QuotationMarks
{
    /// <summary>Farthest that a closing mark without a partner may lie from the start of its paragraph to count, and that single marks may lie apart, in code units.</summary>
    private const int Reach = 500;

    private enum Role { None, Open, Close, Either }

    private readonly record struct Mark(int At, int Length, char Family, Role Role)
    {
        public int End => At + Length;
    }

    /// <summary>Finds every passage in quotation marks, sorted by start, an outer one before those inside it.</summary>
    /// <param name="text">Any text.</param>
    public static ImmutableArray<QuotedPassage> Find(string text)
    {
        var found = new List<QuotedPassage>();
        var marks = new List<Mark>();
        var runsOn = false;
        var group = -1;
        for (var start = 0; start < text.Length;)
        {
            var end = ParagraphEnd(text, start);
            Collect(text, start, end, marks);
            if (marks.Count == 0 && (!runsOn || IsBlank(text, start, end)))
            {
                start = end;
                continue;
            }

            var before = found.Count;
            var reopened = runsOn && marks.Count > 0 && marks[0].Role != Role.Close && IsBlank(text, start, marks[0].At);
            runsOn = Pair(text, start, end, marks, found);
            if (found.Count > before)
            {
                found.Sort(before, found.Count - before, ByStart);
                Number(found, before, reopened ? group : -1);
                group = LastOuter(found, before);
            }
            else if (!IsBlank(text, start, end))
            {
                group = -1;
            }

            start = end;
        }

        return [.. found];
    }

    private static readonly Comparer<QuotedPassage> ByStart = Comparer<QuotedPassage>.Create(
        (a, b) => a.Outer.Start != b.Outer.Start ? a.Outer.Start.CompareTo(b.Outer.Start) : b.Outer.End.CompareTo(a.Outer.End));

    private static void Number(List<QuotedPassage> found, int from, int firstGroup)
    {
        for (var i = from; i < found.Count; i++)
            found[i] = found[i] with { Group = i == from && firstGroup >= 0 ? firstGroup : i };
    }

    private static int LastOuter(List<QuotedPassage> found, int from)
    {
        for (var i = found.Count - 1; i >= from; i--)
            if (found[i].Depth == 0) return found[i].Group;
        return -1;
    }

    /// <summary>Pairs the marks of one paragraph; returns whether its last quotation was left open.</summary>
    private static bool Pair(string text, int start, int end, List<Mark> marks, List<QuotedPassage> found)
    {
        var open = new List<Mark>();
        foreach (var (mark, index) in marks.Select((mark, index) => (mark, index)))
        {
            var partner = open.FindLastIndex(candidate => candidate.Family == mark.Family);
            var closes = mark.Role switch
            {
                Role.Close => true,
                Role.Either => partner >= 0,
                _ => false,
            };
            if (!closes)
            {
                if (partner >= 0 && !ClosesLater(marks, index, mark.Family, partnersNeeded: open.Count(candidate => candidate.Family == mark.Family) + 1))
                {
                    Close(text, open, partner, new Mark(mark.At, 0, mark.Family, Role.Close), found);
                }

                if (mark.Family != '\'' || ClosesLater(marks, index, mark.Family, 1)) open.Add(mark);
            }
            else if (partner >= 0)
            {
                Close(text, open, partner, mark, found);
            }
            else if (mark.Family != '\'' && mark.At - start <= Reach && !found.Exists(passage => passage.Outer.Start >= start))
            {
                Add(text, new Mark(start, 0, mark.Family, Role.Open), mark, 0, found);
            }
        }

        var outer = open.FindIndex(candidate => candidate.Family != '\'');
        if (outer < 0) return false;
        Close(text, open, outer, new Mark(end, 0, open[outer].Family, Role.Close), found);
        return true;
    }

    private static bool ClosesLater(List<Mark> marks, int index, char family, int partnersNeeded)
    {
        for (var i = index + 1; i < marks.Count; i++)
            if (marks[i].Family == family && marks[i].Role is Role.Close or Role.Either && --partnersNeeded == 0) return true;
        return false;
    }

    private static void Close(string text, List<Mark> open, int partner, Mark mark, List<QuotedPassage> found)
    {
        Add(text, open[partner], mark, partner, found);
        open.RemoveRange(partner, open.Count - partner);
    }

    private static void Add(string text, Mark open, Mark close, int depth, List<QuotedPassage> found)
    {
        var inner = Spans.Trim(text, new TextSpan(open.End, close.At));
        if (inner.IsEmpty || open.Family == '\'' && inner.Length > Reach) return;
        var outer = new TextSpan(open.Length == 0 ? inner.Start : open.At, close.Length == 0 ? inner.End : close.End);
        found.Add(new QuotedPassage(outer, inner, 0, depth));
    }

    /// <summary>One past the paragraph that begins at the offset: at an empty line, or at a line end after a final mark or before a quotation mark.</summary>
    private static int ParagraphEnd(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\u2029')) continue;
            var next = i + 1;
            while (next < text.Length && char.IsWhiteSpace(text[next]) && text[next] != '\n') next++;
            if (next >= text.Length || text[next] == '\n' || text[i] == '\u2029') return i + 1;
            var last = i - 1;
            while (last >= start && char.IsWhiteSpace(text[last])) last--;
            if (last < start || IsFinal(text[last]) || text[next] is '"' or '“') return i + 1;
        }

        return text.Length;
    }

    private static bool IsFinal(char c) => c is '.' or '!' or '?' or ':' or ';' or '…' or '"' or '”' or '’' or '\'' or ')';

    private static bool IsBlank(string text, int start, int end) => text.AsSpan(start, end - start).Trim().IsEmpty;

    private static void Collect(string text, int start, int end, List<Mark> marks)
    {
        marks.Clear();
        for (var i = start; i < end; i++)
        {
            switch (text[i])
            {
                case '“' or '„' or '‟': marks.Add(new Mark(i, 1, '"', Role.Open)); break;
                case '”': marks.Add(new Mark(i, 1, '"', Role.Close)); break;
                case '«': marks.Add(new Mark(i, 1, '«', Role.Open)); break;
                case '»': marks.Add(new Mark(i, 1, '«', Role.Close)); break;
                case '"': marks.Add(new Mark(i, 1, '"', Side(text, i, 1, start, end))); break;
                case '`' or '\'' when i + 1 < end && text[i + 1] == text[i]:
                    marks.Add(new Mark(i, 2, '"', text[i] == '`' ? Role.Open : Side(text, i, 2, start, end)));
                    i++;
                    break;
                case '‘' or '\'' or '’':
                    var role = SingleRole(text, i, start, end);
                    if (role != Role.None) marks.Add(new Mark(i, 1, '\'', role));
                    break;
            }
        }
    }

    /// <summary>Tells an opening from a closing straight mark by what stands on either side.</summary>
    private static Role Side(string text, int at, int length, int start, int end)
    {
        var left = at > start ? text[at - 1] : ' ';
        var right = at + length < end ? text[at + length] : ' ';
        var afterGap = char.IsWhiteSpace(left) || left is '(' or '[' or '{' or '—' or '–' or '-' or '/' or '‘' or '\'';
        var beforeGap = char.IsWhiteSpace(right) || right is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '—' or '–' or '-' or '/' or '’' or '\'';
        if (afterGap && !beforeGap) return Role.Open;
        if (beforeGap && !afterGap) return Role.Close;
        return Role.Either;
    }

    /// <summary>A single mark opens after a gap and closes after a letter or final mark and before a gap; between letters it is an apostrophe.</summary>
    private static Role SingleRole(string text, int at, int start, int end)
    {
        var left = at > start ? text[at - 1] : ' ';
        var right = at + 1 < end ? text[at + 1] : ' ';
        var afterGap = char.IsWhiteSpace(left) || left is '(' or '[' or '"' or '“' or '—' or '–';
        if (text[at] != '’' && afterGap && char.IsLetter(right)) return Role.Open;
        var beforeGap = !char.IsLetterOrDigit(right);
        return text[at] != '‘' && beforeGap && !char.IsWhiteSpace(left) ? Role.Close : Role.None;
    }
}
