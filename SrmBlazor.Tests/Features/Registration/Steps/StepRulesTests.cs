using SrmBlazor.Support;

namespace SrmBlazor.Features.Registration.Steps;

public sealed class StepRulesTests
{
    private readonly StepRules rules = A.Rules();

    [Theory]
    [InlineData("欧阳娜娜")]
    [InlineData("买买提·艾合买提")]
    [InlineData("Zoë O’Brien-Smith")]
    [InlineData("Jr. Müller")]
    [InlineData("สมชาย ใจดี")]
    [InlineData("محمد علی")]
    [InlineData("नरेन्द्र")]
    public void Names_of_any_script_are_right(string name)
    {
        Assert.Null(rules.Check(Item.FullName, A.Leased with { FullName = name }));
    }

    [Theory]
    [InlineData("LI.LEI+srm@Example.COM", "LI.LEI+srm@example.com")]
    [InlineData(" li＠example。com ", "li@example.com")]
    [InlineData("李雷@例子.公司", "李雷@例子.公司")]
    public void A_mailbox_is_taken_as_people_type_it(string typed, string kept)
    {
        var answers = A.Leased with { Mailbox = typed };

        Assert.Null(rules.Check(Item.Mailbox, answers));
        Assert.Equal(kept, rules.Tidy(answers).Mailbox);
    }

    [Fact]
    public void Submitting_stores_one_form_of_each_answer()
    {
        var tidy = rules.Tidy(A.InRussia with { FullName = "  Li   Lei ", BirthYear = "１９９０", Phone = "+86 138-0013-8000", IdNumber = "e 1234 5678", Department = "  " });

        Assert.Equal(("Li Lei", "1990", "+8613800138000", "E12345678", null), (tidy.FullName, tidy.BirthYear, tidy.Phone, tidy.IdNumber, tidy.Department));
    }

    [Fact]
    [Promise("P-0-08", "P-1.1.1-02")]
    public void The_first_incomplete_step_is_named()
    {
        Assert.Equal("about-you", rules.FirstIncomplete(new Answers(), sensitive: false, hasScan: false));
        Assert.Equal("identity", rules.FirstIncomplete(A.Leased, sensitive: false, hasScan: true));
        Assert.Equal("identity", rules.FirstIncomplete(A.Leased, sensitive: true, hasScan: false));
        Assert.Equal("contact", rules.FirstIncomplete(A.Leased with { Phone = null }, sensitive: true, hasScan: true));
        Assert.Null(rules.FirstIncomplete(A.Leased, sensitive: true, hasScan: true));
    }

    [Fact]
    [Promise("P-1-02", "P-1.1.1-15")]
    public void An_optional_answer_may_be_missing_but_not_wrong()
    {
        Assert.Null(rules.FirstIncomplete(A.Leased with { City = null }, sensitive: true, hasScan: true));
        Assert.Equal("contact", rules.FirstIncomplete(A.Leased with { City = "123" }, sensitive: true, hasScan: true));
    }

    [Fact]
    public void What_is_not_asked_is_not_judged()
    {
        Assert.Null(rules.Check(Item.BirthYear, A.Subcontractor with { BirthYear = "x" }));
    }

    [Fact]
    public void A_passports_line_is_compared_with_its_number()
    {
        var answers = A.Subcontractor with { IdCountry = "NL", IdNumber = "L898902C3" };

        Assert.NotNull(rules.CheckLine(answers, "L898902C36UTO7408122F1204159ZE184226B<<<<<10"));
        Assert.NotNull(rules.CheckLine(answers, "too short"));
    }
}
