using Microsoft.AspNetCore.Http;
using Yakuba.Office.Draft.Templates;
using Yakuba.Platform;
using Yakuba.Platform.Accounts.Requests;

namespace Yakuba.Office.Draft.Keep;

/// <summary>A template as the form shows it: a line for each slot and for each line of a part.</summary>
internal static class TemplateForm
{
    internal static readonly (SlotKind Kind, string Word)[] Kinds =
        [(SlotKind.Line, "1行"), (SlotKind.Text, "複数行"), (SlotKind.Date, "日付"), (SlotKind.Day, "曜日付きの日付"), (SlotKind.Amount, "金額")];

    internal static readonly (PaperForm Form, string Word)[] Forms =
        [(PaperForm.Letter, "通知の形（番号、日付、宛名、発信者名、件名）"), (PaperForm.Proclamation, "告示の形（本文のあとに日付と発信者名）"), (PaperForm.Record, "庁内の文書の形（件名から）"), (PaperForm.Text, "見出しと文")];

    /// <summary>Slots as lines: 名前｜種類｜必須｜説明｜例.</summary>
    internal static string SlotLines(DraftTemplate template) => string.Join(
        '\n', template.Slots.Select(s => string.Join('｜', new[] { s.Name, Kinds.First(k => k.Kind == s.Kind).Word, s.Required ? "必須" : "任意", s.Hint, s.Example }).TrimEnd('｜')));

    /// <summary>Reads what was typed.</summary>
    internal static Result<DraftTemplate> Read(string key, IFormCollection form)
    {
        var slots = new List<TemplateSlot>();
        foreach (var line in Lines(form, "slots").Where(l => l.Trim().Length > 0))
        {
            var cells = line.Split(['｜', '|']).Select(c => c.Trim()).ToList();
            if (cells.Count is < 3 or > 5 || Array.FindIndex(Kinds, k => k.Word == cells[1]) is not (>= 0 and var kind) || cells[2] is not ("必須" or "任意"))
            {
                return DraftProblems.SlotLine.With(line.Length > 60 ? line[..60] : line);
            }

            slots.Add(new TemplateSlot(cells[0], Kinds[kind].Kind, cells[2] == "必須", cells.ElementAtOrDefault(3) ?? "", cells.ElementAtOrDefault(4) ?? ""));
        }

        var template = new DraftTemplate
        {
            Key = key,
            Name = FormText.Of(form, "name").Trim(),
            Use = FormText.Of(form, "use").Trim(),
            Form = Enum.TryParse<PaperForm>(FormText.Of(form, "form"), out var layout) && Enum.IsDefined(layout) ? layout : PaperForm.Letter,
            Number = FormText.Of(form, "number").Trim(),
            Honorific = FormText.Of(form, "honorific").Trim(),
            Subject = FormText.Of(form, "subject").Trim(),
            Slots = slots,
            Addressee = Lines(form, "addressee"),
            Issuer = Lines(form, "issuer"),
            Body = Lines(form, "body"),
            Items = Lines(form, "items"),
            Attachment = Lines(form, "attachment"),
            Contact = Lines(form, "contact"),
        };
        return TemplateCheck.Of(template) is { } problem ? problem : template;
    }

    private static List<string> Lines(IFormCollection form, string name) =>
        FormText.Of(form, name).ReplaceLineEndings("\n").TrimEnd() is { Length: > 0 } text ? [.. text.Split('\n').Select(l => l.TrimEnd())] : [];
}
