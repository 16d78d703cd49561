using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Analysis;

/// <summary>A ledger of questions: what its lines say, what is wrong with them, and the lines that come next. It never changes one.</summary>
public sealed class QuestionBook
{
    private readonly Dictionary<string, QuestionRecord> _records = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _hashes = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;

    /// <summary>Reads a ledger.</summary>
    /// <param name="lines">Its lines; none for one that begins.</param>
    /// <param name="clock">What new lines have their time from.</param>
    public QuestionBook(IEnumerable<string> lines, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(lines);
        _clock = clock;
        foreach (var line in lines)
            if (line.Length > 0) Take(line);
    }

    /// <summary>What is wrong with its lines, each with the number of the line; empty where every line is as it was written.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>How many lines it has.</summary>
    public long Count { get; private set; }

    /// <summary>Hash of the last line; empty where there is none. Who keeps it elsewhere can show later that no line is missing.</summary>
    public string Head { get; private set; } = "";

    /// <summary>The questions, in the order in which they were asked.</summary>
    public IEnumerable<QuestionRecord> Questions => _order.Select(id => _records[id]);

    /// <summary>Whether a line with this hash is in the ledger.</summary>
    /// <param name="hash">The hash.</param>
    public bool Holds(string hash) => _hashes.Contains(hash);

    /// <summary>A question by its id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="QuestionException">There is none.</exception>
    public QuestionRecord Of(string id) => _records.TryGetValue(id, out var record) ? record : throw new QuestionException($"No question has the id {id}; question list shows them.");

    /// <summary>The line that asks a question.</summary>
    /// <param name="id">Its id; null for one made of the question and its rule.</param>
    /// <param name="text">The question.</param>
    /// <param name="rule">By what it will be resolved.</param>
    /// <param name="closes">Last day on which it can be forecast.</param>
    /// <param name="type">What answers it.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="day">The day; null for the clock's.</param>
    /// <exception cref="QuestionException">A part is empty, the id stands already, or it would have closed before it is asked.</exception>
    public string Ask(string? id, string text, string rule, DateOnly closes, QuestionType type, string by, DateOnly? day = null)
    {
        var head = Next(by, day);
        if (string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(rule)) throw new QuestionException("A question needs its text and a rule by which it will be resolved.");
        if (closes < head.Day) throw new QuestionException(string.Create(CultureInfo.InvariantCulture, $"The question would close on {closes:yyyy-MM-dd}, before it is asked on {head.Day:yyyy-MM-dd}."));
        id ??= ContentHash.Key(text, rule, closes.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))[..8];
        if (_records.ContainsKey(id)) throw new QuestionException($"The question {id} stands already.");
        return Add(new QuestionAsked(head, id, text, rule, closes, type), type);
    }

    /// <summary>The line that gives a forecast.</summary>
    /// <param name="id">Id of the question.</param>
    /// <param name="forecast">The forecast.</param>
    /// <param name="basis">What it rests on, or null.</param>
    /// <param name="by">Who forecasts.</param>
    /// <param name="day">The day; null for the clock's.</param>
    /// <exception cref="QuestionException">The question is closed or resolved, or the forecast is not of its type.</exception>
    public string Forecast(string id, QuestionForecast forecast, string? basis, string by, DateOnly? day = null)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var (head, question) = (Next(by, day), Of(id));
        if (question.Resolution is not null) throw new QuestionException($"The question {id} is resolved; nothing is forecast of it any more.");
        if (head.Day > question.Asked.Closes) throw new QuestionException(string.Create(CultureInfo.InvariantCulture, $"The question {id} closed on {question.Asked.Closes:yyyy-MM-dd}."));
        if (forecast.Probability is null == (question.Asked.Type == QuestionType.YesNo))
            throw new QuestionException(question.Asked.Type == QuestionType.YesNo ? $"The question {id} is answered by yes or no; give a probability." : $"The question {id} is answered by a {EnumSpelling.Of(question.Asked.Type)}; give quantiles.");
        return Add(new ForecastGiven(head, id, forecast, basis), question.Asked.Type);
    }

    /// <summary>The line that resolves a question; of several the last counts.</summary>
    /// <param name="id">Id of the question.</param>
    /// <param name="outcome">What came: 1 for yes and 0 for no, a number, the number of a day; null where the question is void.</param>
    /// <param name="evidence">What shows it, or null.</param>
    /// <param name="by">Who resolves.</param>
    /// <param name="day">The day; null for the clock's.</param>
    public string Resolve(string id, double? outcome, string? evidence, string by, DateOnly? day = null) =>
        Add(new QuestionResolved(Next(by, day), id, outcome, evidence), Of(id).Asked.Type);

    private EntryHead Next(string by, DateOnly? day)
    {
        if (_problems.Count > 0) throw new QuestionException($"The ledger was changed ({_problems[0]}); nothing is added to it.");
        if (string.IsNullOrWhiteSpace(by)) throw new QuestionException("Say who speaks.");
        var now = _clock.GetUtcNow();
        return new(Count + 1, Head, new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero), day ?? DateOnly.FromDateTime(now.UtcDateTime), by);
    }

    private string Add(QuestionEntry entry, QuestionType type)
    {
        var line = QuestionLine.Write(entry, type);
        Take(line);
        return line;
    }

    private void Take(string line)
    {
        Count++;
        var (stated, found) = QuestionLine.Hashes(line);
        if (stated != found) Problem(stated.Length == 0 ? "it has no hash at its end" : "its bytes were changed: its hash is not the one that it states");
        try
        {
            var entry = QuestionLine.Read(line, id => _records.TryGetValue(id, out var record) ? record.Asked.Type : null);
            if (entry.Head.Sequence != Count) Problem($"it has the number {entry.Head.Sequence}, so that a line is missing, stands twice or stands elsewhere");
            if (entry.Head.Previous != Head) Problem("it does not follow the line before it");
            Fold(entry);
        }
        catch (FormatException wrong)
        {
            Problem(wrong.Message);
        }

        Head = stated;
        _hashes.Add(stated);
    }

    private void Fold(QuestionEntry entry)
    {
        switch (entry)
        {
            case QuestionAsked asked when _records.TryAdd(asked.Question, new(asked, [], null)):
                _order.Add(asked.Question);
                break;
            case QuestionAsked asked:
                Problem($"the question {asked.Question} is asked a second time");
                break;
            case ForecastGiven given:
                var forecast = _records[given.Question];
                if (given.Head.Day > forecast.Asked.Closes || forecast.Resolution is not null) Problem($"it forecasts {given.Question} after that was closed");
                else _records[given.Question] = forecast with { Forecasts = forecast.Forecasts.Add(given) };
                break;
            case QuestionResolved resolved:
                _records[resolved.Question] = _records[resolved.Question] with { Resolution = resolved };
                break;
        }
    }

    private void Problem(string what) => _problems.Add(string.Create(CultureInfo.InvariantCulture, $"line {Count}: {what}"));
}
