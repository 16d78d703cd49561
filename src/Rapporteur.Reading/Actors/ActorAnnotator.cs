using System.Collections.Immutable;
using System.Globalization;
using Rapporteur.Domain;

namespace Rapporteur.Reading;

/// <summary>Finds who is who: names, titles, seats of government, groups, unnamed sources and pronouns. Immutable; may serve many threads.</summary>
public sealed class ActorAnnotator : IAnnotator
{
    private readonly World world;
    private readonly NameTagger tagger;
    private readonly NameLexicon given;
    private readonly ActorLexicon lexicon;

    /// <summary>Builds the annotator.</summary>
    /// <param name="data">Folder with <c>world</c>, <c>lexicons/names</c> and <c>models/names.bin</c>.</param>
    public ActorAnnotator(DataFolder data)
        : this(data, World.Load(data))
    {
    }

    /// <summary>Builds the annotator on a world model that is loaded already.</summary>
    /// <param name="data">Folder with <c>lexicons/names</c> and <c>models/names.bin</c>.</param>
    /// <param name="world">The world model.</param>
    /// <param name="cues">Cues for place names that stand for those who act there; null for those that ship.</param>
    public ActorAnnotator(DataFolder data, World world, MetonymyCues? cues = null)
    {
        this.world = world;
        given = new NameLexicon(data, world);
        tagger = new NameTagger(NameModel.Load(data), world, given);
        lexicon = new ActorLexicon(data, cues);
    }

    /// <inheritdoc />
    public ImmutableArray<Annotation> Requires { get; } = [Annotation.Tokens, Annotation.Syntax];

    /// <inheritdoc />
    public ImmutableArray<Annotation> Provides { get; } = [Annotation.Actors];

    /// <inheritdoc />
    public AnnotatedDocument Annotate(AnnotatedDocument document, CancellationToken cancel = default)
    {
        var scene = new Scene(document, world, lexicon);
        var names = new UnlistedStates(scene).Read(new NameMender(scene, given).Mend(new NameFinder(scene, tagger.Begin()).Find()));
        foreach (var name in names)
            for (var i = name.First; i < name.End; i++) scene.Names[i] = name;
        cancel.ThrowIfCancellationRequested();
        new PersonNames(scene, given).Read(names);
        new PlaceNames(scene, given.Clusters).Read(names);
        new OrganisationNames(scene).Read(names);
        new RoleReader(scene).Read();
        new GroupReader(scene, new OfficeHolders(scene)).Read();
        new CalledPersons(scene).Join();
        cancel.ThrowIfCancellationRequested();
        new PronounReader(scene).Read();
        new JointPronouns(scene).Read();
        new IssuerReader(scene).Read();
        new Bystanders(scene).Remove();
        new Affiliations(scene).Read();
        new AdjectiveReader(scene).Read(names);
        new IssuedTexts(scene).Read();
        return Finish(document, scene);
    }

    private static AnnotatedDocument Finish(AnnotatedDocument document, Scene scene)
    {
        var owners = scene.Drafts.Where(draft => draft is { Kind: ActorKind.Person, Mentions.Count: > 0, Of.Kind: ActorKind.State }).Select(draft => draft.Of!).ToHashSet();
        var kept = scene.Drafts.Where(draft => draft.Mentions.Any(mention => mention.Kind != MentionKind.Pronoun) || draft.Hints >= Draft.EnoughHints || owners.Contains(draft))
            .OrderBy(draft => draft.Mentions.Select(mention => mention.Span).DefaultIfEmpty(new TextSpan(int.MaxValue, int.MaxValue)).Min()).ToList();
        var ids = new Dictionary<Draft, string>();
        foreach (var draft in kept) ids[draft] = "a" + (ids.Count + 1).ToString(CultureInfo.InvariantCulture);
        var mentions = kept.SelectMany(draft => draft.Mentions.Select(mention => new Mention(mention.Span, ids[draft], mention.HeadToken, mention.Kind)))
            .OrderBy(mention => mention.Span).ThenBy(mention => mention.HeadToken).ToImmutableArray();
        var actors = kept.Select(draft => new Actor
        {
            Id = ids[draft],
            Name = draft.Name,
            Kind = draft.Kind,
            Role = draft.Role,
            Of = OwnerId(draft, ids),
            World = draft.Entry?.Slug,
            IsMedium = draft.Entry is { IsMedium: true },
            Mentions = [.. draft.Mentions.Select(mention => mention.Span).Distinct().Order()],
        });
        var allusions = scene.Allusions.Concat(scene.Joint).Where(allusion => ids.ContainsKey(allusion.Draft))
            .Select(allusion => new Allusion(allusion.Token, ids[allusion.Draft], allusion.Kind)).OrderBy(allusion => allusion.Token);
        return document with { Actors = [.. actors], Passing = [.. kept.Where(draft => draft.Passing).Select(draft => ids[draft])], Mentions = mentions, Allusions = [.. allusions] };
    }

    private static string? OwnerId(Draft draft, Dictionary<Draft, string> ids)
    {
        if (draft.Of is { } owner && ids.TryGetValue(owner, out var id)) return id;
        if (draft.Entry?.Of is not { } slug) return null;
        foreach (var (other, otherId) in ids)
            if (other.Entry?.Slug == slug) return otherId;
        return null;
    }
}
