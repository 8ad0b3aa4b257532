namespace SrmBlazor.Features.Screening.Matching;

public sealed class HangulNameTests
{
    /// <summary>Hangul; then spellings of the DPRK, of McCune–Reischauer and of the South. Common names, put together here.</summary>
    private static readonly string[][] Names =
    [
        .. """
        김정은;Kim Jong Un;Kim Chŏng-ŭn;Gim Jeong-eun
        김동운;Kim Tong-un;Kim Dong-woon;KIM, Dong Un
        박철수;Pak Chol Su;Park Cheol-soo;Pak Ch'ol-su
        리영호;Ri Yong Ho;Lee Young-ho;Yi Yong-ho
        최룡해;Choe Ryong Hae;Ch'oe Ryong-hae;Choi Ryong-hae
        장성택;Jang Song Thaek;Chang Song-t'aek;Jang Seong-taek
        강석주;Kang Sok Ju;Kang Seok-joo;Gang Seok-ju
        백창호;Paek Chang Ho;Baek Chang-ho;Paik Chang Ho
        문정철;Mun Chong-chol;Moon Jeong-cheol;MUN CHO'NG-CH'O'L
        오극렬;O Kuk Ryol;Oh Geuk-ryeol
        전명국;Jon Myong Guk;Jeon Myeong-guk;Chon Myong-guk
        임성호;Rim Song Ho;Lim Seong-ho;Im Song-ho
        정영수;Jong Yong Su;Jung Young-soo;Chong Yong-su
        윤호진;Yun Ho Jin;Yoon Ho-jin
        신용남;Sin Yong Nam;Shin Yong-nam
        허철;Ho Chol;Heo Cheol;Hur Chol
        권성민;Kwon Song Min;Gwon Seong-min
        황석화;Hwang Sok Hwa;Hwang Seok-hwa
        안정수;An Jong Su;Ahn Jeong-su
        송광호;Song Kwang Ho;Song Gwang-ho
        남철웅;Nam Chol Ung;Nam Cheol-woong
        조춘룡;Jo Chun Ryong;Cho Ch'un-ryong;Cho Chun-ryong
        한장수;Han Jang Su;Han Chang-su;Jang-su Han
        고철재;Ko Chol Chae;Go Cheol-jae;KO CH'O'L-CHAE
        주혁;Ju Hyok;Chu Hyo'k;Joo Hyeok
        노광철;No Kwang Chol;Roh Gwang-cheol
        류경일;Ryu Kyong Il;Yoo Gyeong-il;Yu Kyong-il
        서은석;So Un Sok;Seo Eun-seok;So U'n-so'k
        현광일;Hyon Kwang Il;Hyeon Gwang-il
        길종훈;Kil Jong Hun;Gil Jong-hun
        """.Split('\n').Select(line => line.Trim().Split(';')),
    ];

    [Fact]
    public void Of_Korean_names_at_least_95_in_100_spellings_are_found()
    {
        var pairs = Names.SelectMany(line => line[1..].Select(spelling => (Hangul: line[0], spelling))).ToList();

        var missed = pairs.Where(pair => PairScore.Of(pair.Hangul, pair.spelling) < Engine.ReviewFloor).ToList();

        Assert.True(missed.Count <= pairs.Count * 0.05, $"{missed.Count} of {pairs.Count}: {string.Join(", ", missed)}");
    }

    [Fact]
    public void One_spelling_finds_the_others()
    {
        var pairs = Names.SelectMany(line => line[2..].Select(spelling => (DPRK: line[1], spelling))).ToList();

        var missed = pairs.Where(pair => PairScore.Of(pair.DPRK, pair.spelling) < Engine.ReviewFloor).ToList();

        Assert.True(missed.Count <= pairs.Count * 0.05, $"{missed.Count} of {pairs.Count}: {string.Join(", ", missed)}");
    }

    [Fact]
    public void Among_all_of_them_each_is_found_among_the_first_five()
    {
        var index = NameIndex.Build([.. Names.Select(line => new ListedParty(line[0], line[1..]))]);

        Assert.All(Names, line => Assert.Contains(line[0], index.Search(new Query(line[0]), Engine.ReviewFloor).Take(5).Select(match => match.Party.Id), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("김종은", "김정은")]
    [InlineData("Kim Jong Man", "Kim Jong Sik")]
    public void Another_syllable_is_another_name(string one, string other)
    {
        Assert.InRange(PairScore.Of(one, other), 0, Engine.PairThreshold);
    }
}
