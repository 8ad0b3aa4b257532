using SrmBlazor.Data;

namespace SrmBlazor.Shell.Authorisation;

/// <summary>Tells what an answer means for the two sides of some scenes: whose rows it told of, and whose it changed.</summary>
internal sealed class Watch : IDisposable
{
    /// <summary>The words of the matrix; its head says what they mean.</summary>
    public static readonly string[] Verdicts = ["allowed", "own", "open", "none", "noted", "refused", "sign-in", "denied", "unusable"];

    private readonly Dossiers dossiers;
    private readonly HashSet<Scene> changed = [];
    private readonly Side owner;
    private readonly Side another;
    private long commits;

    public Watch(Store store, params Scene[] scenes)
    {
        dossiers = new Dossiers(store);
        commits = dossiers.Commits;
        owner = new Side(dossiers, scenes, scene => scene.Owner);
        another = new Side(dossiers, scenes, scene => scene.Another);
        var both = owner.Marks.Intersect(another.Marks, StringComparer.Ordinal).ToList();
        owner.Marks.ExceptWith(both);
        another.Marks.ExceptWith(both);
    }

    /// <summary>The scenes in which an answer changed something: they are not as they were set.</summary>
    public IEnumerable<Scene> Changed => changed;

    /// <summary>What was done since by nobody who is asked about, such as signing in, is not theirs.</summary>
    public void LookAgain() => Look();

    public async Task<string> VerdictAsync(Func<Task<Answer>> ask)
    {
        var answer = await ask();
        var (ownerChanged, anotherChanged) = Look();
        changed.UnionWith(ownerChanged.Concat(anotherChanged));
        var (owners, anothers) = (ownerChanged.Length > 0, anotherChanged.Length > 0);
        var (ownerTold, anotherTold) = (owner.IsToldIn(answer.Text), another.IsToldIn(answer.Text));
        return answer switch
        {
            // a page can be opened before it turns out that the request asks nothing of it, and the opening is noted
            { Refusal: Answer.Unusable } when owners && !anothers && !ownerTold && !anotherTold => "noted",
            { Refusal: { } word } => owners || anothers ? $"{word}, yet something was changed" : ownerTold || anotherTold ? $"{word}, yet something was told" : word,
            { IsNothing: true } when !ownerTold && !anotherTold => owners ? "noted" : anothers ? "own" : "none",
            _ => ownerTold || owners ? "allowed" : anotherTold || anothers ? "own" : "open",
        };
    }

    public void Dispose() => dossiers.Dispose();

    /// <summary>The scenes in which the rows of the one and of the other are not what they were when last looked at.</summary>
    private (Scene[] Owner, Scene[] Another) Look()
    {
        if (dossiers.Commits == commits)
        {
            return ([], []);
        }

        commits = dossiers.Commits;
        return (owner.Look(), another.Look());
    }

    private sealed class Side
    {
        private readonly Dossiers dossiers;
        private readonly Func<Scene, Party> party;
        private Dictionary<Scene, string> rows;

        public Side(Dossiers dossiers, Scene[] scenes, Func<Scene, Party> party)
        {
            (this.dossiers, this.party) = (dossiers, party);
            rows = scenes.ToDictionary(scene => scene, scene => dossiers.Of(party(scene).Person));
            Marks = [.. rows.Values.SelectMany(Dossiers.MarksIn), .. scenes.SelectMany(scene => party(scene).Words).Select(word => word.ToLowerInvariant())];
        }

        /// <summary>What only an answer about this side can say.</summary>
        public HashSet<string> Marks { get; }

        public bool IsToldIn(string text) => text.ToLowerInvariant() is var said && Marks.Any(said.Contains);

        public Scene[] Look()
        {
            var now = rows.Keys.ToDictionary(scene => scene, scene => dossiers.Of(party(scene).Person));
            var former = rows;
            rows = now;
            return [.. now.Keys.Where(scene => now[scene] != former[scene])];
        }
    }
}
