using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>Trains the judge of participants that ships.</summary>
public static class ParticipantTraining
{
    /// <summary>Reads annotated articles with what ships, trains the judge on them and writes its weights. To be run after <see cref="ClaimTraining"/>.</summary>
    /// <param name="data">What the annotators know.</param>
    /// <param name="folders">Folders of annotated articles that may be learned from: the first one of news, then further ones.</param>
    /// <param name="weights">Where the weights go (<c>data/claims/claims.participants</c>).</param>
    /// <returns>Figures of the rules alone and of judges that have not seen the articles they judge, on the first folder and on the further ones.</returns>
    public static ((ClaimScore Rules, ClaimScore Judged) Articles, (ClaimScore Rules, ClaimScore Judged) Further) Run(DataFolder data, IReadOnlyList<string> folders, Stream weights)
    {
        var trainer = new ParticipantTrainer(new ClaimAnnotator(data), ClaimTraining.Read(data, folders.Take(1)), ClaimTraining.Read(data, folders.Skip(1)));
        trainer.Train().Save(weights);
        return (trainer.CrossValidate(further: false), trainer.CrossValidate(further: true));
    }
}
