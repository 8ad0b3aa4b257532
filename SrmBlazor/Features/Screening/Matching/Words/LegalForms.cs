namespace SrmBlazor.Features.Screening.Matching.Words;

/// <summary>Legal forms of several words, as the short form that they are compared by.</summary>
internal static class LegalForms
{
    private static readonly (string[] Words, string Short)[] Long = [.. (
        "public joint stock company:jsc|open joint stock company:jsc|closed joint stock company:jsc|joint stock company:jsc|limited liability " +
        "company:llc|limited liability partnership:llp|public limited company:plc|private limited:ltd|" +
        "otkrytoye aktsionernoye obshchestvo:jsc|zakrytoye aktsionernoye obshchestvo:jsc|publichnoye aktsionernoye obshchestvo:jsc|aktsionernoye " +
        "obshchestvo:jsc|obshchestvo s ogranichennoy otvetstvennostyu:llc|" +
        "societatea cu raspundere limitata:srl|sociedad anonima:sa|societe anonyme:sa|sociedade anonima:sa|sociedad de responsabilidad " +
        "limitada:srl|gesellschaft mit beschrankter haftung:gmbh|sp z o o:spzoo|sp z oo:spzoo|" +
        "o o o:llc|ooo:llc|oao:jsc|zao:jsc|pao:jsc|ao:jsc|ojsc:jsc|pjsc:jsc|cjsc:jsc|united states:us|u s:us|united kingdom:uk|u k:uk|p l c:plc|n v:nv|b v:bv|l l c:llc|l p:lp|s a:sa|a s:as|n a:na").Split('|')
        .Select(entry => entry.Split(':')).Select(entry => (entry[0].Split(' '), entry[1]))];

    public static List<(Part Part, Word? Word)> Join(List<(Part Part, Word? Word)> words)
    {
        var joined = new List<(Part Part, Word? Word)>(words.Count);
        for (var at = 0; at < words.Count; at++)
        {
            var form = Array.Find(Long, one => IsAt(words, at, one.Words));
            if (form.Words is null)
            {
                joined.Add(words[at]);
                continue;
            }

            var length = form.Words.Length;
            joined.Add((new Part(form.Short, string.Join(' ', words.Skip(at).Take(length).Select(word => word.Part.Written)), words[at + length - 1].Part.IsTied), null));
            at += length - 1;
        }

        return joined;
    }

    private static bool IsAt(List<(Part Part, Word? Word)> words, int at, string[] form)
    {
        // one short word is a form only at an end of the name
        if (at + form.Length > words.Count || (form.Length == 1 && at > 0 && at < words.Count - 1))
        {
            return false;
        }

        for (var i = 0; i < form.Length; i++)
        {
            if (words[at + i].Part.Text != form[i])
            {
                return false;
            }
        }

        return true;
    }
}
