using System.Xml.Linq;
using static Yakuba.Papers.Word;

namespace Yakuba.Papers;

/// <summary>How a Word document is to be laid out where it is opened: as Japanese editions of Word do.</summary>
internal static class WordSettings
{
    // Where a line must not end and must not begin (禁則), beyond what Word does by itself: small kana and the sign of a long sound too.
    private const string NotAtEnd = "$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥";
    private const string NotAtStart = "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ！％），．：；？］｝｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠";

    internal static XDocument Part() => Word.Part("settings",
        E("bordersDoNotSurroundHeader"), E("bordersDoNotSurroundFooter"),
        V("defaultTabStop", 840),
        V("drawingGridVerticalSpacing", 360),
        V("displayHorizontalDrawingGridEvery", 0), V("displayVerticalDrawingGridEvery", 2),
        V("characterSpacingControl", "compressPunctuation"),
        E("noLineBreaksAfter", A("lang", "ja-JP"), A("val", NotAtEnd)),
        E("noLineBreaksBefore", A("lang", "ja-JP"), A("val", NotAtStart)),
        E("compat",
            E("spaceForUL"), E("balanceSingleByteDoubleByteWidth"), E("doNotLeaveBackslashAlone"), E("ulTrailSpace"), E("doNotExpandShiftReturn"), E("adjustLineHeightInTable"), E("useFELayout"),
            E("compatSetting", A("name", "compatibilityMode"), A("uri", "http://schemas.microsoft.com/office/word"), A("val", "15"))),
        E("themeFontLang", A("val", "en-US"), A("eastAsia", "ja-JP")),
        V("decimalSymbol", "."), V("listSeparator", ","));
}
