namespace SrmBlazor.Features.Policies.Promises;

public sealed class PromiseSentencesTests
{
    [Theory]
    [InlineData("We ask. We answer soon.[[P-1-01]] Then we stop.", "We answer soon.", "We ask.")]
    [InlineData("We tell you,[[P-1-01]] and you decide.", "We tell you")]
    [InlineData("Write to [us](mailto:us@example.com), **please**.[[P-1-01]]", "Write to us, please.")]
    [InlineData("Ask \"why?\" and we answer.[[P-1-01]]", "Ask \"why?\" and we answer.")]
    [InlineData("We delete, if\n\n- the law says so;[[P-1-01]]", "We delete, if the law says so")]
    [InlineData("We delete.\n\n- The law says so.[[P-1-01]]", "The law says so.")]
    [InlineData("## How we do it {#how}\n\n- Carefully.[[P-1-01]]", "Carefully.")]
    [InlineData("我们询问。我们会尽快答复。[[P-1-01]]然后停止。", "我们会尽快答复。", "我们询问。")]
    [InlineData("下列情形之一：\n\n- 法律另有规定；[[P-1-01]]", "下列情形之一：法律另有规定")]
    public void A_promise_is_the_sentence_before_its_mark(string text, string sentence, string context = "")
    {
        var promise = Assert.Single(Assert.Single(PromiseSentences.Of($"# A section {{#section}}\n\n{text}")).Promises);

        Assert.Equal(new PromiseSentence("P-1-01", sentence, context), promise);
    }

    [Fact]
    public void Two_promises_in_one_sentence_both_begin_where_it_begins()
    {
        var promises = Assert.Single(PromiseSentences.Of("# A section {#section}\n\nWe ask first;[[P-1-01]] then we act.[[P-1-02]]")).Promises;

        Assert.Equal(["We ask first", "We ask first; then we act."], promises.Select(promise => promise.Sentence));
    }

    [Theory]
    [InlineData("We ask first.[[P-1-01]] It is free. You decide.[[P-1-02]]", "It is free.")]
    [InlineData("We ask first,[[P-1-01]] by mail. It is free. You decide.[[P-1-02]]", "It is free.")]
    [InlineData("We ask first,[[P-1-01]] by mail. You decide.[[P-1-02]]", "")]
    public void What_stands_between_two_promises_comes_with_the_second(string text, string context)
    {
        var promises = Assert.Single(PromiseSentences.Of($"# A section {{#section}}\n\n{text}")).Promises;

        Assert.Equal(new PromiseSentence("P-1-02", "You decide.", context), promises[1]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_promise_of_the_policy_is_read_in_its_order(string language)
    {
        var policy = PolicySamples.Text(PolicySamples.Company(nameInEnglish: "Acme")).In(language);

        var groups = PromiseSentences.Of(policy.Source);

        Assert.Equal(policy.Sections.Select(section => (section.Id, section.Title)), groups.Select(group => (group.Id, group.Title)));
        Assert.Equal(policy.Sections.SelectMany(section => section.Promises), groups.SelectMany(group => group.Promises).Select(promise => promise.Id));
        Assert.All(groups.SelectMany(group => group.Promises), promise => Assert.True(promise.Sentence.Length > 6 && !promise.Sentence.Contains("[[", StringComparison.Ordinal), promise.Id));
    }
}
