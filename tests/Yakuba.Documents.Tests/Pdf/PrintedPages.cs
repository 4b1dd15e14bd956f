using System.Diagnostics;

namespace Yakuba.Documents.Tests;

/// <summary>Pages printed to PDF by Chromium, all in one run; each section of the HTML is a page.</summary>
public sealed class PrintedPages
{
    private const string Style = """
        @page { size: 148mm 210mm; margin: 15mm }
        body { font: 12pt/1.8 "IPAMincho"; margin: 0 }
        section { break-after: page; break-inside: avoid }
        p { margin: 0 0 1em }
        .vertical { writing-mode: vertical-rl; height: 140mm; width: 118mm }
        .tier { writing-mode: vertical-rl; height: 78mm; width: 118mm; margin-bottom: 9mm }
        .columns { column-count: 2; column-gap: 8mm; text-align: justify }
        .noto { font-family: "Noto Sans CJK JP" }
        """;

    private const string OneText = "<p>この手引きは、住民票の写しの交付を受けようとする方が、あらかじめ確かめておくべき事柄をまとめたものです。窓口は月曜日から金曜日まで、午前八時三十分から午後五時十五分まで開いています。</p>"
        + "<p>手数料は一通につき三百円です。郵便で請求するときは、定額小為替を同封してください。</p>";

    private const string Ruby = "<p>本日は<ruby>葛城市<rt>かつらぎし</rt></ruby>と<ruby>五條市<rt>ごじょうし</rt></ruby>の合同の<ruby>避難訓練<rt>ひなんくんれん</rt></ruby>を行います。集合は午前九時です。雨のときは中止し、広報で知らせます。</p>";

    private static readonly string[] Sections =
    [
        $"<h1>横の見出し</h1><div class=vertical>{OneText}<p>電話は20-1234です。</p></div>",
        $"<div class='vertical noto'>{OneText}</div>",
        "<div class=tier><p>上の段の文章は、縦に書いた二段組みの紙面を確かめるためのものです。上の段が終わってから、次に下の段に移ります。</p></div>"
            + "<div class=tier><p>下の段の文章は、上の段の後に読まれます。段の間には空きがあります。順に読まれなければ、意味が通りません。</p></div>",
        "<div class=columns><p>左の段の文章は、横に書いた二段組みの初めの部分です。ここには十分に長い文を置いて、行が何度も折り返すようにします。段の終わりまで読んでから右の段に移ります。左の段はここで終わります。</p>"
            + "<p>右の段の文章は、左の段の後に読まれます。両方の段の行を一行ずつ交互に読むと、意味が通らなくなります。だから段ごとに読みます。これで終わりです。</p></div>",
        Ruby,
        $"<div class=noto>{Ruby}</div>",
        $"<div class=vertical>{Ruby}</div>",
        "<p>葛\U000E0100城市の𠮷野さんと髙橋さん、辻\U000E0100さんの名簿です。𡈽田さんもいます。</p>",
        "<p>氏名の外字は\uE000と\uE001です。氏名の欄の終わりの外字は、あああああああああ\uE000と読みます。</p>",
        "<p>補助金の上限は三万円<sup>1</sup>です。受付は令和八年四月一日<sup>※2</sup>からです。金額は300円<sup>3</sup>です。広さは10m<sup>2</sup>です。</p>"
            + "<div style='margin-top:110mm;font-size:8.5pt'>1　消費税を含みます。<br>※2　予算がなくなり次第、終わります。<br>3　一回についての金額です。</div>",
    ];

    private readonly Dictionary<int, ReadDocument> _read = [];
    private readonly byte[]? _pdf = Print();

    /// <summary>One page read by itself would be another document: the whole is read, and blocks of a page are given.</summary>
    internal IReadOnlyList<Block> Page(int page) => [.. Read.Document.Blocks.Where(b => b.At is PageLocator at && at.Page == page)];

    internal IReadOnlyList<string> Texts(int page) => [.. Page(page).Select(b => b.Text)];

    internal ReadDocument Read
    {
        get
        {
            Assert.SkipUnless(_pdf is not null && File.Exists("/usr/bin/pdftotext"), "Chromium, its typefaces or poppler are not here.");
            return _read.TryGetValue(0, out var read) ? read : _read[0] = Reading.Of("紙面.pdf", _pdf!);
        }
    }

    private static byte[]? Print()
    {
        if (!File.Exists("/usr/bin/chromium") || !File.Exists("/usr/share/fonts/opentype/ipafont-mincho/ipam.ttf"))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("yakuba-print-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            File.WriteAllText(page, $"<!DOCTYPE html><html lang=ja><meta charset=utf-8><style>{Style}</style><body>{string.Concat(Sections.Select(s => $"<section>{s}</section>"))}");
            var start = new ProcessStartInfo("/usr/bin/chromium") { RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var argument in (string[])["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-dev-shm-usage",
                $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", page])
            {
                start.ArgumentList.Add(argument);
            }

            using var chromium = Process.Start(start)!;
            _ = chromium.StandardError.ReadToEndAsync();
            _ = chromium.StandardOutput.ReadToEndAsync();
            if (!chromium.WaitForExit(TimeSpan.FromMinutes(2)))
            {
                chromium.Kill(entireProcessTree: true);
            }

            return File.Exists(pdf) ? File.ReadAllBytes(pdf) : throw new InvalidOperationException("Chromium printed nothing.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
