namespace SrmBlazor.Features.Screening.Matching;

public sealed class PairScoreTests
{
    [Theory]
    // Cyrillic: BGN/PCGN, passports, Ukrainian
    [InlineData("Щукин Юрий", "SHCHUKIN, Yuriy")]
    [InlineData("Юлия Хрущёва", "Iuliia Khrushcheva")]
    [InlineData("Григорій Гончаренко", "Hryhorii Honcharenko")]
    [InlineData("Евгений Алексеевич", "Yevgeniy Alekseyevich")]
    [InlineData("Қасым-Жомарт Тоқаев", "Kassym-Jomart Tokayev")]
    // Arabic script
    [InlineData("سراج الدين جلال الدين حقانى", "SIRAJUDDIN JALLALOUDINE HAQQANI")]
    [InlineData("عبد الرحمن التكريتي", "Abdul Rahman al-Tikriti")]
    [InlineData("عبدالقدیر بصیر", "ABDUL QADEER BASIR")]
    [InlineData("محمد بن سلمان آل سعود", "Mohammed bin Salman Al Saud")]
    // other alphabets
    [InlineData("ბარაკ ობამა", "Barack Obama")]
    [InlineData("Γιώργος Παπανδρέου", "Giorgos Papandreou")]
    [InlineData("ＭＡＲＩＡ　ＬＯＰＥＺ", "Maria López")]
    // order, case, accents, titles, particles
    [InlineData("AL RAHMAN, Shaykh Umar Abd", "Umar Abd al-Rahman")]
    [InlineData("Mr. Recep Tayyip Erdoğan", "RECEP TAYYIP ERDOGAN")]
    [InlineData("Jean Marie Le Pen", "Jean-Marie Le Pen")]
    [InlineData("Usama bin Ladin", "Osama Bin Laden")]
    // Arabic compounds in Latin letters
    [InlineData("Abdurrahman Salim", "ABD AL-RAHMAN Salim")]
    [InlineData("Saifullah Khan", "Saif Allah Khan")]
    [InlineData("Nasir al-Din Ahmad", "Nasiruddin Ahmad")]
    // merged, split, left out, initials, short forms, typos
    [InlineData("JanDaniel Bothma", "Jan Daniel Bothma")]
    [InlineData("Nikolai Plat Ono Vich Patrushev", "Nikolai Platonovich Patrushev")]
    [InlineData("Vladimir Vladimirovich Putin", "Vladimir Putin")]
    [InlineData("A. Khamenei", "Ali Khamenei")]
    [InlineData("JC Juncker", "Jean-Claude Juncker")]
    [InlineData("Ted Doe", "Theodore Doe")]
    [InlineData("Olaf Schloz", "Olaf Scholz")]
    [InlineData("Muhammad Husayn", "Mohamed Hussein")]
    // companies
    [InlineData("SiemensAG", "Siemens Aktiengesellschaft")]
    [InlineData("Oboronnye Initsiativy o.O.O.", "OOO Oboronnye Initsiativy")]
    [InlineData("Brigade Seven", "Brigade 7")]
    public void Names_of_one_are_taken_for_one(string one, string other)
    {
        Assert.InRange(PairScore.Of(one, other), Engine.PairThreshold, 1);
    }

    [Theory]
    [InlineData("SADDAM HUSSEIN AL-DULAIMI", "SADDAM HUSSEIN AL-TIKRITI")]
    [InlineData("Sergey Viktorovich Lavrov", "Sergey Borisovitch Lavrov")]
    [InlineData("Hassan Dahir Farah", "Hassan Dahir Aweys")]
    [InlineData("Barack Obama", "Michelle Obama")]
    [InlineData("A. Nazarbayev", "Nursultan Nazarbayev")]
    [InlineData("Maria", "Maria Fernanda Lopez Garcia")]
    [InlineData("SALMAN BIN MUHAMMAD AL-RAWI", "MUHAMMAD BIN SALMAN AL-RAWI")]
    [InlineData("Volkswagen AG", "Siemens AG")]
    public void A_contradiction_is_another_name(string one, string other)
    {
        Assert.InRange(PairScore.Of(one, other), 0, Engine.PairThreshold - 0.01);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ,.- ")]
    [InlineData("\u200B\uD800")]
    public void What_is_no_name_matches_nothing(string nothing)
    {
        Assert.Equal(0, PairScore.Of(nothing, "Ivan Petrov"));
    }

    [Theory]
    [InlineData("Vlаdimir Рutin", NameFlags.Homoglyphs)]
    [InlineData("Vladim1r Putin", NameFlags.DigitsForLetters)]
    [InlineData("Vladi\u200Bmir Putin", NameFlags.HiddenCharacters)]
    public void Signs_of_evasion_are_folded_and_flagged(string written, NameFlags flag)
    {
        Assert.Equal(flag, PreparedName.Of(written).Flags);
        Assert.InRange(PairScore.Of(written, "Vladimir Putin"), Engine.ReviewFloor, 1);
    }

    [Fact]
    public void A_script_that_is_not_read_is_said_to_be_so_and_still_compared_with_itself()
    {
        Assert.Equal(NameFlags.UnreadScript, PreparedName.Of("वर्षा शर्मा").Flags);
        Assert.Equal(1, PairScore.Of("वर्षा शर्मा", "शर्मा वर्षा"), 6);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    public void The_language_of_the_reader_changes_nothing(string culture)
    {
        var before = PairScore.Of("IGOR ILYIN", "igor ilin");
        var kept = System.Globalization.CultureInfo.CurrentCulture;

        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo(culture);

            Assert.Equal(before, PairScore.Of("IGOR ILYIN", "igor ilin"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = kept;
        }
    }
}
