namespace SrmBlazor.Features.Screening.Matching.Index;

/// <summary>A set of small numbers that is emptied in no time.</summary>
internal sealed class Gathering(int most)
{
    private readonly int[] _mark = new int[most];
    private int _round;

    public List<int> Numbers { get; } = [];

    public void Clear()
    {
        _round++;
        Numbers.Clear();
    }

    public void Add(int number)
    {
        if (_mark[number] != _round)
        {
            _mark[number] = _round;
            Numbers.Add(number);
        }
    }
}
