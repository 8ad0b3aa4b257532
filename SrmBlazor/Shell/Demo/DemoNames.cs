namespace SrmBlazor.Shell.Demo;

/// <summary>Names and sentences that nobody wrote.</summary>
internal static class DemoNames
{
    private static readonly string[] Families = ["Aldermoor", "Brisk", "Calloway", "Dunmere", "Estrand", "Fennimore", "Garrowby", "Hollinger", "Islewood", "Jessamy", "Kestle", "Lorimar", "Marchbank", "Norquist", "Ollerton", "Pendry", "Quillan", "Rosslare", "Sunderby", "Thornley"];
    private static readonly string[] Given = ["Ada", "Bruno", "Clara", "Dario", "Elsa", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Klara", "Leon", "Mara", "Nils", "Olga", "Paul", "Rita", "Sven", "Tilda", "Vera"];
    private static readonly string[] ChineseFamilies = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "欧阳", "上官"];
    private static readonly string[] ChineseGiven = ["若", "溪", "一", "帆", "明", "远", "书", "瑶", "子", "墨", "清", "扬", "思", "齐", "浩", "然", "雨", "桐", "嘉", "树", "知", "行", "云", "舒", "景", "令", "仪", "安", "澜", "望", "宁"];
    private static readonly string[] Sentences = ["Please tell me which of my data you use for invoices.", "My address on the order papers is not right any more.", "I no longer work with you and want my documents removed.", "Please explain why I was asked for my document a second time."];
    private static readonly string[] ChineseSentences = ["请告知开票时使用了我的哪些信息。", "订单上的地址已经变更，请更正。", "我已不再合作，请删除我的证件资料。", "请说明为什么要求我再次提交证件。"];

    /// <summary>Two given names, or two characters, keep apart those who share a family name.</summary>
    public static string Invent(string language, Random random) => language == Languages.Chinese
        ? $"{One(ChineseFamilies, random)}{One(ChineseGiven, random)}{One(ChineseGiven, random)}"
        : $"{One(Given, random)} {One(Given, random)} {One(Families, random)}";

    public static string Words(string language, Random random) => One(language == Languages.Chinese ? ChineseSentences : Sentences, random);

    private static string One(string[] from, Random random) => from[random.Next(from.Length)];
}
