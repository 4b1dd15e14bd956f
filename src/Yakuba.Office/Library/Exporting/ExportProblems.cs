using Yakuba.Platform;

namespace Yakuba.Office.Library.Exporting;

/// <summary>What can stand in the way of an export, and of taking one in.</summary>
public static class ExportProblems
{
    /// <summary>An export is there already.</summary>
    public static readonly Problem Exists = new("library-export-exists", 409, "そのフォルダには、すでに書き出しがあります。何も変更していません。別のフォルダを指定してください。");

    /// <summary>The folder holds other things.</summary>
    public static readonly Problem NotEmpty = new("library-export-not-empty", 409, "そのフォルダには、ほかのファイルがあります。何も変更していません。空のフォルダか、新しいフォルダを指定してください。");

    /// <summary>No list: no export, or one that was broken off.</summary>
    public static readonly Problem NoList = new(
        "library-export-no-list", 404, "フォルダに library.json がありません。書き出したフォルダを指定してください。ZIPで受け取ったものは展開してから指定します。書き出しが途中で止まったものは取り込めません。もう一度書き出してください。");

    /// <summary>The list is not one that an export writes.</summary>
    public static readonly Problem Form = new("library-export-form", 422, "library.json の内容が、書き出しの形式と合いません。何も取り込んでいません。手で変更した場合は元に戻すか、書き出し直してください。");

    /// <summary>A newer program made it.</summary>
    public static readonly Problem Newer = new("library-export-newer", 409, "この書き出しは、新しい版のプログラムで作られています。何も取り込んでいません。このyakubaを新しい版にしてから取り込んでください。");

    /// <summary>Originals are missing or altered.</summary>
    public static readonly Problem Tampered = new("library-export-tampered", 422, "原本のファイルがないか、書き出したときから変わっています。何も取り込んでいません。書き出したフォルダをもう一度写すか、書き出し直してください。");

    /// <summary>Documents belong to sections that are not here.</summary>
    public static readonly Problem Sections = new("library-export-sections", 409, "この書き出しの文書には、ここに登録されていない課があります。何も取り込んでいません。次の課を登録してから（yakuba section add）、もう一度行ってください。");

    /// <summary>Documents are here already and differ.</summary>
    public static readonly Problem Conflict = new("library-export-conflict", 409, "同じ文書が、違う内容ですでに登録されています。何も取り込んでいません。書き出しは、空のデータか、同じ文書庫から作ったデータに取り込んでください。");
}
