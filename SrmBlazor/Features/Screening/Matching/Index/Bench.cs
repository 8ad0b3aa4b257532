namespace SrmBlazor.Features.Screening.Matching.Index;

/// <summary>What one search adds up; kept for the next one, so that a search allocates little. Marks say which of its numbers are this search's.</summary>
internal sealed class Bench(int readings, int words)
{
    private readonly int[] mark = new int[readings];
    private readonly int[] lastAsked = new int[readings];
    private readonly bool[] joined = new bool[readings];
    private readonly double[] askedAnswered = new double[readings];
    private readonly double[] askedNear = new double[readings];
    private readonly double[] listedAnswered = new double[readings];
    private readonly double[] listedNear = new double[readings];
    private readonly int[] wordMark = new int[words];
    private readonly int[] wordRow = new int[words];
    private readonly List<double> table = [];
    private int search;
    private int width;

    public List<int> Touched { get; } = [];

    public Gathering Candidates { get; } = new(words);

    public void Clear(int width)
    {
        search++;
        this.width = width;
        table.Clear();
        Touched.Clear();
    }

    /// <summary>The asked word finds a near one in the list.</summary>
    public void Remember(Near near, int asked)
    {
        if (wordMark[near.Word] != search)
        {
            wordMark[near.Word] = search;
            wordRow[near.Word] = table.Count;
            for (var at = 0; at < width; at++)
            {
                table.Add(0);
            }
        }

        table[wordRow[near.Word] + asked] = near.Nearness;
    }

    public double Nearness(int word, int asked) => wordMark[word] == search ? table[wordRow[word] + asked] : 0;

    /// <summary>Near words come the nearest first: what the asked word can gain in a reading is known at its first.</summary>
    public void Add(Posting posting, int asked, double weight, double nearness)
    {
        var reading = posting.Reading;
        Touch(reading);
        if (lastAsked[reading] != asked)
        {
            lastAsked[reading] = asked;
            askedAnswered[reading] += weight;
            askedNear[reading] += weight * nearness;
        }

        listedAnswered[reading] += posting.Weight;
        listedNear[reading] += posting.Weight * nearness;
    }

    public void Join(int reading)
    {
        Touch(reading);
        joined[reading] = true;
    }

    public bool IsJoined(int reading) => joined[reading];

    public (double Answered, double Near) Asked(int reading) => (askedAnswered[reading], askedNear[reading]);

    public (double Answered, double Near) Listed(int reading) => (listedAnswered[reading], listedNear[reading]);

    private void Touch(int reading)
    {
        if (mark[reading] != search)
        {
            mark[reading] = search;
            lastAsked[reading] = -1;
            joined[reading] = false;
            askedAnswered[reading] = askedNear[reading] = listedAnswered[reading] = listedNear[reading] = 0;
            Touched.Add(reading);
        }
    }
}
