namespace Rapporteur.Reading;

/// <summary>Proposes drafts where the network of triggers finds a claim that no frame drafted: the word and the type are the network's, the roles stand where <c>data/frames/*.proposals</c> says. Thread-safe.</summary>
internal sealed class Proposals
{
    // Log-odds from which a word is proposed; what becomes of it is for the scorer to say.
    private const float Least = -2.2f;

    private readonly Frame?[] _frames = new Frame?[TriggerNetwork.Types];

    /// <summary>Loads the frames of the proposals.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="sets">Named sets of lemmas.</param>
    public Proposals(DataFolder data, IReadOnlyDictionary<string, IReadOnlySet<string>> sets)
    {
        foreach (var file in data.Files("frames", ".proposals"))
            foreach (var frame in FrameFile.Read(data, file, sets)) _frames[(int)frame.Type] = frame;
    }

    /// <summary>The frames of the proposals, one a type at most.</summary>
    public IEnumerable<Frame> Frames => _frames.OfType<Frame>();

    /// <summary>Frames and words of a sentence to try, and how likely the network finds them: of each type that no frame drafted there, the likeliest word.</summary>
    /// <param name="triggers">What the network makes of the document.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="drafted">Types that frames drafted there, a bit for each.</param>
    public IEnumerable<(Frame Frame, int Token, double Confidence)> In(TriggerReading triggers, int sentence, uint drafted)
    {
        for (var type = 0; type < _frames.Length; type++)
        {
            if (_frames[type] is not { } frame || (drafted >> type & 1) != 0) continue;
            if (triggers.Likeliest(sentence, type) is var (token, odds) && odds > Least) yield return (frame, token, Math.Round(1 / (1 + Math.Exp(-odds)), 3));
        }
    }
}
