namespace SrmBlazor.Features.Accounts;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("elevenchars", PasswordFlaw.TooShort)]
    [InlineData("password1234", PasswordFlaw.TooCommon)]
    [InlineData("Password2026!", PasswordFlaw.TooCommon)]
    [InlineData("qwertyuiop123", PasswordFlaw.TooCommon)]
    [InlineData("aaaaaaaaaaaaaa", PasswordFlaw.TooCommon)]
    [InlineData("abababababab", PasswordFlaw.TooCommon)]
    [InlineData("SrmBlazor-2026", PasswordFlaw.TooCommon)]
    [InlineData("supplier-portal", PasswordFlaw.TooCommon)]
    [InlineData("wang.xiaoming1", PasswordFlaw.TooCommon)]
    [InlineData("correct horse battery", null)]
    [InlineData("四时田园杂兴其二十五梅子", null)]
    [InlineData("lowercaseonlyletters", null)]
    public void A_password_is_judged_by_length_and_by_what_everybody_tries(string password, PasswordFlaw? expected) =>
        Assert.Equal(expected, PasswordRule.Check(password, staff: false, "wang.xiaoming@mill.example"));

    [Fact]
    public void Staff_need_three_characters_more()
    {
        const string fourteen = "plum-orbit-91x";

        Assert.Null(PasswordRule.Check(fourteen, staff: false));
        Assert.Equal(PasswordFlaw.TooShort, PasswordRule.Check(fourteen, staff: true));
    }

    [Fact]
    public void Long_passwords_are_welcome_up_to_128_characters()
    {
        var long128 = string.Concat(Enumerable.Range(0, 32).Select(i => $"{(char)('a' + i % 26)}{i:000}"));

        Assert.Null(PasswordRule.Check(long128, staff: true));
        Assert.Equal(PasswordFlaw.TooLong, PasswordRule.Check(long128 + "x", staff: true));
    }

    [Fact]
    public void The_demo_password_keeps_the_rule() => Assert.Null(PasswordRule.Check(DemoAccounts.Password, staff: true));
}
