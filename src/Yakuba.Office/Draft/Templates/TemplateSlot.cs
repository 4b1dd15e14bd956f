using System.Text.Json.Serialization;

namespace Yakuba.Office.Draft.Templates;

/// <summary>A fact that a template asks for.</summary>
/// <param name="Name">By which its lines name it, and what the form calls it; 1 to 30 characters.</param>
/// <param name="Kind">How it is typed and written.</param>
/// <param name="Required">True when a draft without it cannot be sent for approval.</param>
/// <param name="Hint">How to fill it in; may be empty.</param>
/// <param name="Example">One that fits; may be empty.</param>
public sealed record TemplateSlot(string Name, SlotKind Kind, bool Required = false, string Hint = "", string Example = "");

/// <summary>How a fact is typed and written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SlotKind>))]
public enum SlotKind
{
    /// <summary>One line, as typed.</summary>
    [JsonStringEnumMemberName("line")]
    Line,

    /// <summary>Several lines, as typed.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>A day, written 令和8年4月1日.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A day with its weekday, written 令和8年4月1日（水曜日）.</summary>
    [JsonStringEnumMemberName("day")]
    Day,

    /// <summary>Yen, written 12,000円.</summary>
    [JsonStringEnumMemberName("amount")]
    Amount,
}

/// <summary>How an official document is laid out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaperForm>))]
public enum PaperForm
{
    /// <summary>文書番号, 日付, 宛名, 発信者名, 件名, 本文, 記: what is sent to someone.</summary>
    [JsonStringEnumMemberName("letter")]
    Letter,

    /// <summary>番号, 本文, 日付, 発信者名: what is shown to everyone.</summary>
    [JsonStringEnumMemberName("proclamation")]
    Proclamation,

    /// <summary>件名 first: what stays in the house.</summary>
    [JsonStringEnumMemberName("record")]
    Record,

    /// <summary>A heading and text: what is read aloud or printed elsewhere.</summary>
    [JsonStringEnumMemberName("text")]
    Text,
}
