using System.Collections.Immutable;
using Rapporteur.Reading;

namespace Rapporteur.Training;

/// <summary>A call of <c>rapporteur evaluate</c>.</summary>
/// <param name="Path">The gold data.</param>
/// <param name="Threads">How many documents are read at a time.</param>
/// <param name="Rules">Whether figures of each rule are wanted.</param>
/// <param name="Only">Prefixes of ids, separated by commas; null for all.</param>
/// <param name="Read">Output of <c>rapporteur read --json</c> to score; null to read anew.</param>
/// <param name="Best">Whether sentences are parsed by the accurate, slower model.</param>
public sealed record EvaluationRequest(string Path, int Threads, bool Rules, string? Only, string? Read, bool Best = false)
{
    internal ReadingPipeline Reader() => ReadingPipeline.Load(DataFolder.Shipped, Best);
}

/// <summary>One thing that <c>rapporteur evaluate</c> measures.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Description">What is measured.</param>
/// <param name="Folder">What the folder has to hold.</param>
/// <param name="Example">A whole call.</param>
/// <param name="Run">Measures; gives the lines to print.</param>
/// <param name="TakesArticles">Whether articles can be chosen.</param>
/// <param name="HasRules">Whether figures of each rule can be printed.</param>
/// <param name="Parses">Whether sentences are parsed, so that the parser can be chosen.</param>
public sealed record EvaluationArea(
    string Name, string Description, string Folder, string Example, Func<EvaluationRequest, CancellationToken, IEnumerable<string>> Run, bool TakesArticles = false, bool HasRules = false, bool Parses = false)
{
    /// <summary>Every area, by name.</summary>
    public static ImmutableArray<EvaluationArea> All { get; } =
    [
        new("actors", "Who is named: alignment of actors with annotated articles.", "A folder with articles/ and text/, such as ../shared/gold.",
            "rapporteur evaluate actors ../shared/gold", ArticleEvaluation.Actors, TakesArticles: true, Parses: true),
        new("attribution", "Who said what: PolNeAR.", "A folder of the corpus, such as ../shared/corpora/polnear/dev.",
            "rapporteur evaluate attribution ../shared/corpora/polnear/dev", CorpusEvaluation.Attribution, Parses: true),
        new("ceasefires", "How long ceasefires last (Kaplan and Meier), counted anew from the data behind the base rates.", "A folder with ceasefires_dataset.csv (ETH-PRIO), such as ../shared/corpora/bargaining/ceasefires.",
            "rapporteur evaluate ceasefires ../shared/corpora/bargaining/ceasefires", CeasefireEvaluation.Lines),
        new("claims", "Claims by the definition of record.md: the same figures as score.py.", "A folder with articles/ and text/, such as ../shared/gold.",
            "rapporteur evaluate claims ../shared/gold", ArticleEvaluation.Claims, TakesArticles: true, HasRules: true, Parses: true),
        new("deadlocks", "Deadlocks from annotated claims, beside those that an analyst named.", "A folder with articles/, text/ and threads-seeds.json, such as ../shared/gold.",
            "rapporteur evaluate deadlocks ../shared/gold", DeadlockEvaluation.Lines, HasRules: true),
        new("deu", "Forecasts of the European Union's decisions (DEU III): every model on the issues whose outcome is known, by cross-validation.", "A folder with deu3-actors.csv and deu3-outcomes.csv, such as ../shared/corpora/bargaining.",
            "rapporteur evaluate deu ../shared/corpora/bargaining", DeuEvaluation.Lines),
        new("events", "Types of events of PLOVER or CAMEO, by cross-validation.", "PLOVER's records, such as ../shared/corpora/plover/gsr-dev.json, or ../shared/corpora/cameo.",
            "rapporteur evaluate events ../shared/corpora/plover/gsr-dev.json", EventEvaluation.Lines),
        new("linking", "Threads over articles, their states and disputes, from annotated claims.", "A folder with articles/, text/ and threads-seeds.json, such as ../shared/gold.",
            "rapporteur evaluate linking ../shared/gold", LinkingEvaluation.Lines),
        new("metonymy", "Whether a place name stands for the place or for those who act there: ReLocaR.", "A folder with relocar_literal_train.txt and relocar_metonymic_train.txt.",
            "rapporteur evaluate metonymy ../shared/corpora/metonymy", CorpusEvaluation.Metonymy),
        new("names", "Names of persons, places and organisations: UNER, or Wikigold by cross-validation, which takes minutes.",
            "A file with the ending .iob2; for cross-validation a folder of corpora with ner/ and gum/, such as ../shared/corpora.",
            "rapporteur evaluate names ../shared/corpora/ner/en_ewt-ud-dev.iob2", CorpusEvaluation.Names),
        new("record", "What a record gives of what an analyst keeps: disputes, positions, conditions, deadlines, deadlocks; from annotated claims and end to end.",
            "A folder with articles/, text/ and threads-seeds.json, such as ../shared/gold.", "rapporteur evaluate record ../shared/gold", RecordEvaluation.Lines, Parses: true),
        new("sentences", "Tokens and sentences of raw text: a treebank by genre, or the hand-checked news articles.", "A treebank as CoNLL-U, a folder with dev.conllu, or the articles that the set knows, such as ../shared/corpora/news.",
            "rapporteur evaluate sentences ../shared/corpora/news", CorpusEvaluation.Sentences),
        new("speed", "How fast the whole reader is, on one core.", "A folder of articles, such as ../shared/corpora/news.",
            "rapporteur evaluate speed ../shared/corpora/news", SpeedEvaluation.Run, Parses: true),
        new("syntax", "Tags, lemmas and dependencies on right tokens; tokens and sentences on raw text.", "A treebank as CoNLL-U, or a folder with dev.conllu.",
            "rapporteur evaluate syntax ../shared/corpora/ud-ewt", CorpusEvaluation.Syntax, Parses: true),
        new("times", "Time expressions and their values: annotated articles, TimeML, or the specs of other recognizers.", "A folder with articles/ and text/, a folder of TimeML files (*.tml), or one with recognizers/ and chrono/.",
            "rapporteur evaluate times ../shared/corpora/timebank", CorpusEvaluation.Times, Parses: true),
    ];
}
