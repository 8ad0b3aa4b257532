namespace SrmBlazor.Features.Screening.Matching.Index;

/// <summary>A set of small numbers that is emptied in no time.</summary>
internal sealed class Gathering(int most)
{
    private readonly int[] mark = new int[most];
    private int round;

    public List<int> Numbers { get; } = [];

    public void Clear()
    {
        round++;
        Numbers.Clear();
    }

    public void Add(int number)
    {
        if (mark[number] != round)
        {
            mark[number] = round;
            Numbers.Add(number);
        }
    }
}
