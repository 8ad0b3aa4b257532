namespace SrmBlazor.Features.Screening.Matching.Index;

/// <summary>What one search adds up; kept for the next one, so that a search allocates little. Marks say which of its numbers are this search's.</summary>
internal sealed class Bench(int readings, int words)
{
    private readonly int[] _mark = new int[readings];
    private readonly int[] _lastAsked = new int[readings];
    private readonly bool[] _joined = new bool[readings];
    private readonly double[] _askedAnswered = new double[readings];
    private readonly double[] _askedNear = new double[readings];
    private readonly double[] _listedAnswered = new double[readings];
    private readonly double[] _listedNear = new double[readings];
    private readonly int[] _wordMark = new int[words];
    private readonly int[] _wordRow = new int[words];
    private readonly List<double> _nearness = [];
    private int _search;
    private int _width;

    public List<int> Touched { get; } = [];

    public Gathering Candidates { get; } = new(words);

    public void Clear(int width)
    {
        _search++;
        _width = width;
        _nearness.Clear();
        Touched.Clear();
    }

    /// <summary>The asked word finds a near one in the list.</summary>
    public void Remember(Near near, int asked)
    {
        if (_wordMark[near.Word] != _search)
        {
            _wordMark[near.Word] = _search;
            _wordRow[near.Word] = _nearness.Count;
            for (var at = 0; at < _width; at++)
            {
                _nearness.Add(0);
            }
        }

        _nearness[_wordRow[near.Word] + asked] = near.Nearness;
    }

    public double Nearness(int word, int asked) => _wordMark[word] == _search ? _nearness[_wordRow[word] + asked] : 0;

    /// <summary>Near words come the nearest first: what the asked word can gain in a reading is known at its first.</summary>
    public void Add(Posting posting, int asked, double weight, double nearness)
    {
        var reading = posting.Reading;
        Touch(reading);
        if (_lastAsked[reading] != asked)
        {
            _lastAsked[reading] = asked;
            _askedAnswered[reading] += weight;
            _askedNear[reading] += weight * nearness;
        }

        _listedAnswered[reading] += posting.Weight;
        _listedNear[reading] += posting.Weight * nearness;
    }

    public void Join(int reading)
    {
        Touch(reading);
        _joined[reading] = true;
    }

    public bool IsJoined(int reading) => _joined[reading];

    public (double Answered, double Near) Asked(int reading) => (_askedAnswered[reading], _askedNear[reading]);

    public (double Answered, double Near) Listed(int reading) => (_listedAnswered[reading], _listedNear[reading]);

    private void Touch(int reading)
    {
        if (_mark[reading] != _search)
        {
            _mark[reading] = _search;
            _lastAsked[reading] = -1;
            _joined[reading] = false;
            _askedAnswered[reading] = _askedNear[reading] = _listedAnswered[reading] = _listedNear[reading] = 0;
            Touched.Add(reading);
        }
    }
}
