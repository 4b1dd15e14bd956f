using Yakuba.Platform;
using Yakuba.Platform.Data;
using Yakuba.Platform.Privacy.Gate;
using Yakuba.Platform.Settings;

namespace Yakuba.Office.Ask.Admit;

/// <summary>A question that may be processed.</summary>
/// <param name="Text">Trimmed, without control characters.</param>
/// <param name="AsOf">The day asked for by the form, if any.</param>
/// <param name="Reader">Who asks.</param>
public sealed record Admitted(string Text, DateOnly? AsOf, Principal Reader)
{
    /// <summary>As in <see cref="Question.Today"/>.</summary>
    public DateOnly? Today { get; init; }
}

/// <summary>Step 1. Decides whether a question may be processed at all.</summary>
public sealed class Admission(Database database, SettingStore settings, PrivacyGate privacy)
{
    /// <summary>Checks length, characters, numbers that may not be entered, and whether residents may ask now.</summary>
    /// <returns>The question; a problem when the asker can mend it; or a status that ends the matter, as its second value.</returns>
    public async Task<Result<(Admitted Question, Stop? Stop)>> CheckAsync(Question question, Principal reader, Channel channel, CancellationToken cancel)
    {
        var text = question.Text.Trim('\u0000', ' ', '\t', '\r', '\n', '\u3000');
        if (text.Length == 0)
        {
            return AskProblems.Empty;
        }

        if (text.Length > Question.MaxLength)
        {
            return AskProblems.TooLong;
        }

        if (!PlainText.Is(text))
        {
            return AskProblems.NotText;
        }

        return (new Admitted(text, question.AsOf, reader) { Today = question.Today }, await StopAsync(text, channel, cancel));
    }

    private async Task<Stop?> StopAsync(string text, Channel channel, CancellationToken cancel)
    {
        if (await privacy.StopsMyNumberAsync(WayOut.Answers, text, cancel))
        {
            return new Stop(AnswerStatus.Blocked, "マイナンバー（個人番号）と思われる番号が含まれているため、受け付けませんでした。番号を消して、もう一度質問してください。");
        }

        if (channel != Channel.Citizen)
        {
            return null;
        }

        await using var read = await database.ReadAsync(cancel);
        return await settings.GetAsync(read, AskSettings.OpenToResidents, cancel)
            ? null
            : new Stop(AnswerStatus.Unavailable, "現在、この画面での質問の受付を止めています。お急ぎのときは、役場の窓口または電話でお問い合わせください。");
    }
}
