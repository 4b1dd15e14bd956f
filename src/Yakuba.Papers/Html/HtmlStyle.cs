using static Yakuba.Papers.Markup;

namespace Yakuba.Papers;

/// <summary>The style of a paper on the screen and in print. Lengths along a line are in the pitch of its characters (--c), across it in that of its lines (--l).</summary>
internal static class HtmlStyle
{
    internal static string Of(Paper paper)
    {
        var page = paper.Page;
        return $$"""
            :root{--c:{{Number(page.CharacterPitch)}}pt;--l:{{Number(page.LinePitch)}}pt;{{(page.IsVertical ? "writing-mode:vertical-rl;" : "")}} }
            @page{size:{{Number(page.Width)}}mm {{Number(page.Height)}}mm;margin:{{Number(page.Top)}}mm {{Number(page.Right)}}mm {{Number(page.Bottom)}}mm {{Number(page.Left)}}mm;{{(paper.PageNumbers == PageNumbers.None ? "" : PageNumber(page, "counter(page)"))}} }
            {{(paper.PageNumbers == PageNumbers.FromSecond ? $"@page :first{{{PageNumber(page, "none")}}}" : "")}}
            body{margin:0;font:{{Number(page.FontPoints)}}pt/var(--l) {{Families(page.Font, isSerif: true)}};letter-spacing:{{Number(page.CharacterPitch - page.FontPoints)}}pt;text-align:justify;line-break:strict;overflow-wrap:anywhere;color:#000}
            h1,h2,h3,h4,p,ol,ul,li,table,dl,div{margin:0;padding:0;font:inherit}
            ol,ul{list-style:none}
            p,h1,h2,h3,h4{padding-inline-start:calc(var(--left,0)*var(--c));text-indent:calc(var(--first,0)*var(--c));min-block-size:var(--l)}
            .body,.item-body{--first:1}
            .number,.date,.sender,.seal-note,.closing,.end{text-align:end;padding-inline-end:var(--c)}
            .sender.seal{padding-inline-end:calc(3*var(--c))}
            .addressee{--left:1;text-align:start}
            .addressee,.sender,.subject,.ki{margin-block-start:var(--l)}
            .addressee+.addressee,.sender+.sender{margin-block-start:0}
            .heading{margin-block-start:var(--l)}
            .subject,.ki,.heading{text-align:center;margin-block-end:var(--l);break-after:avoid}
            .subject{padding-inline:calc(3*var(--c))}
            .subject.long{text-align:start}
            .heading{font-size:{{Number(page.FontPoints + 2)}}pt}
            .attachment{text-align:end;break-before:page}
            .sub{font-family:{{Families(page.HeadingFont, isSerif: false)}};text-align:start;break-after:avoid}
            h2.sub{font-size:{{Number(page.FontPoints + 1)}}pt;margin-block-start:var(--l)}
            h3.sub{margin-block-start:calc(var(--l)/2)}
            h4.sub{--left:1}
            .note{font-size:{{Number(page.FontPoints - 1.5)}}pt;--left:1;--first:-1}
            .contact{inline-size:fit-content;max-inline-size:100%;box-sizing:border-box;margin-block-start:calc(2*var(--l));margin-inline:auto var(--c);padding:0 .4em;border:.5pt solid;text-align:start;break-inside:avoid}
            table{inline-size:100%;border-collapse:collapse;table-layout:fixed;margin-block-end:calc(var(--l)/3)}
            caption{text-align:start;break-after:avoid}
            thead{display:table-header-group}
            th,td{border:.5pt solid;padding:1pt 4pt;font-weight:inherit;text-align:justify;vertical-align:top;overflow-wrap:anywhere}
            th,.centre{text-align:center;vertical-align:middle}
            td.right{text-align:end}
            th .body,td .body{--first:0}
            .spread{display:inline-block;text-indent:0;text-align:justify;text-align-last:justify;letter-spacing:0;inline-size:calc(var(--w)*var(--c))}
            .label{display:inline-block;text-indent:0;text-align:start;inline-size:calc(var(--w)*var(--c))}
            .dots{text-emphasis:filled sesame}
            ins{text-decoration:underline;background:#e3f1e3}
            del{text-decoration:line-through;background:#fbe4e4}
            @media screen{body{background:#e8e8eb}main{box-sizing:border-box;{{(page.IsVertical ? "block-size:fit-content;inline-size" : "inline-size")}}:{{Number(page.IsVertical ? page.Height : page.Width)}}mm;max-inline-size:100%;margin:1rem auto;padding:{{Number(page.Top)}}mm {{Number(page.Right)}}mm {{Number(page.Bottom)}}mm {{Number(page.Left)}}mm;background:#fff} }
            @media screen and (max-width:50rem){main{padding:1.5rem;margin:0 auto}body{text-align:start} }
            """;
    }

    private static string PageNumber(PageSetup page, string content) => $"@bottom-center{{content:{content};font:10pt {Families(page.Font, isSerif: true)};writing-mode:horizontal-tb}}";

    private static string Families(string font, bool isSerif) =>
        string.Join(',', FontNames.Others(font, isSerif).Prepend(font).Select(f => $"\"{Plain(f)}\"")) + (isSerif ? ",serif" : ",sans-serif");

    // A name comes from a template that people edit: no letter may end the string or the style.
    private static string Plain(string font) => string.Concat(PrintableText.OneLine(font).Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-'));
}
