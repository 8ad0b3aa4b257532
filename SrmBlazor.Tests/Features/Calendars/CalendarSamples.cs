namespace SrmBlazor.Features.Calendars;

internal static class CalendarSamples
{
    /// <summary>As the State Council might publish it; made up.</summary>
    public const string Of2027 = """
        date,kind,name_zh,source
        2027-01-01,off,元旦,https://www.gov.cn/2027
        2027-01-02,off,元旦,https://www.gov.cn/2027
        2027-01-03,off,元旦,https://www.gov.cn/2027
        2027-01-09,work,元旦,https://www.gov.cn/2027
        2027-02-06,off,春节,https://www.gov.cn/2027
        2027-02-08,off,春节,https://www.gov.cn/2027

        """;
}
