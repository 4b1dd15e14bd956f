namespace Yakuba.Verify;

/// <summary>The exit codes and the page shown on wrong use.</summary>
internal static class Usage
{
    internal const int Whole = 0;
    internal const int Damaged = 1;
    internal const int BadInput = 2;

    private const string Text = """
        使い方:
          yakuba-verify dir フォルダー --key 検証鍵 [--against 以前の控え [--witness 立会人の検証鍵]]
              書き出した記録をすべて計算し直し、署名と照らし合わせます。
              --against は、以前の控えから書き換えがないことも確かめます。控えは、受け取った
              チェックポイントのファイルか、確認票の件数と八つの言葉（"1234 かきく …"）です。
              --witness は、その控えに立会人の署名があることも確かめます。
          yakuba-verify proof 証明ファイル --key 検証鍵 [--entry 記録ファイル]
              その記録が確かに登録されていることを確かめます。
          yakuba-verify diff フォルダー1 フォルダー2
              2つの書き出しを比べ、最初に違う番号を示します。
          yakuba-verify witness 依頼ファイル --key 検証鍵 --signing-key 鍵 --seen フォルダー --out 控え [--name 名前]
              よその記録の立会人になります。前に立ち会った時点の続きであることを確かめて署名します。
        検証鍵は「名前+識別子+鍵」の1行か、それを入れたファイルです。
        終了コード: 0 異常なし、1 異常あり、2 使い方の誤りまたは読めない入力
        """;

    internal static int Refuse(string fault, TextWriter error)
    {
        if (fault.Length > 0)
        {
            error.WriteLine(fault);
        }

        error.WriteLine(Text);
        return BadInput;
    }
}
