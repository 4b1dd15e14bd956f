#!/usr/bin/env python3
"""Makes what is imported. usage: corpus.py text REAL WORK  |  corpus.py gigabyte WORK

text: the folders WORK/text/{pdf,docx,html}, from ten laws of REAL/law-html, each in three copies whose sentences end in a mark of the copy, so that no two
are the same; LibreOffice makes the PDF and the Word files. A page is a page of the PDF; of Word and HTML the pages that the same text has as a PDF.
gigabyte: the folder WORK/gigabyte, a thousand million bytes that LibreOffice has no part in: PDFs of pictures between pages of text, one of them of 200 MB, sheets, HTML, CSV, one
plain text of 30 MB. Both are left alone when they are there.
"""
import html, pathlib, random, re, subprocess, sys, zipfile, zlib

LAWS = "戸籍法 水道法 学校教育法 生活保護法 景観法 児童手当法 食品衛生法 地方財政法 農地法 社会福祉法".split()
COPIES = "甲乙丙"


def text_corpus(real, work):
    folder = work / "text"
    if (folder / "pages.tsv").exists():
        return
    for kind in ("html", "docx", "pdf"):
        (folder / kind).mkdir(parents=True, exist_ok=True)
    made = []
    for law in LAWS:
        page = (real / "law-html" / f"{law}.html").read_bytes()
        charset = re.search(rb"charset=[\"']?([\w-]+)", page)
        text = page.decode((charset.group(1).decode() if charset else "utf-8").replace("Shift_JIS", "cp932"), "replace")
        text = re.sub(r"charset=([\"']?)[\w-]+", r"charset=\1utf-8", text)
        for copy in COPIES:
            path = folder / "html" / f"{law}（{copy}）.html"
            path.write_text(text.replace("。", f"（写し{copy}）。").replace("</title>", f"（{copy}）</title>"), "utf-8")
            made.append(path)
    for kind, name in (("docx", "docx:MS Word 2007 XML"), ("pdf", "pdf:writer_web_pdf_Export")):
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{work}/office", "--convert-to", name, "--outdir", folder / kind, *made], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    pages = {}
    for path in made:
        said = subprocess.run(["pdfinfo", folder / "pdf" / (path.stem + ".pdf")], capture_output=True, text=True).stdout
        pages[path.stem] = int(re.search(r"Pages:\s+(\d+)", said).group(1))
    with open(folder / "pages.tsv", "w") as to:
        for kind in ("pdf", "docx", "html"):
            for stem, count in pages.items():
                if (folder / kind / f"{stem}.{kind}").exists():
                    print(kind, stem, count, sep="\t", file=to)


def pdf(path, pages, picture_bytes, picture_every, seed):
    """A PDF of Japanese pages set in a font that is not embedded, with pictures of noise that nothing can pack."""
    noise, out, places = random.Random(seed), open(path, "wb"), []

    def put(body):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % len(places) + body + b"\nendobj\n")
        return len(places)

    out.write(b"%PDF-1.5\n")
    catalog, tree = 1, 2
    put(b"<< /Type /Catalog /Pages 2 0 R >>")
    kids_at = pages * 3 + 20
    put(b"<< /Type /Pages /Count %d /Kids %d 0 R >>" % (pages, kids_at))
    put(b"<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UTF16-H /DescendantFonts [4 0 R] >>")
    put(b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> /FontDescriptor 5 0 R >>")
    put(b"<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>")
    kids = []
    for n in range(pages):
        lines = [f"第{seed}号資料{n + 1}ページ{i}行: 窓口{noise.randrange(1000)}の手続は、{noise.randrange(1, 13)}月{noise.randrange(1, 29)}日までに届け出るものとする。" for i in range(34)]
        body = "BT /F 12 Tf 60 780 Td 20 TL\n" + "\n".join(f"<{line.encode('utf-16-be').hex()}> Tj T*" for line in lines) + "\nET\n"
        picture = b""
        if n % picture_every == 0:
            side = int((picture_bytes / 3) ** 0.5)
            data = zlib.compress(noise.randbytes(side * side * 3), 0)
            number = put(b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n" % (side, side, len(data)) + data + b"\nendstream")
            picture = b" /XObject << /P %d 0 R >>" % number
            body += "q 200 0 0 60 60 20 cm /P Do Q\n"
        packed = zlib.compress(body.encode())
        content = put(b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream")
        kids.append(put(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F 3 0 R >>%s >> >>" % (content, picture)))
    while len(places) < kids_at - 1:
        put(b"null")
    put(b"[ " + b" ".join(b"%d 0 R" % k for k in kids) + b" ]")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start))
    out.close()


def sheet(path, rows, seed):
    noise = random.Random(seed)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>')
        book.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        book.writestr("xl/workbook.xml", '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台帳" sheetId="1" r:id="r1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        with book.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'.encode())
            cell = lambda text: f'<c t="inlineStr"><is><t>{text}</t></is></c>'
            part.write(f'<row>{"".join(map(cell, ["番号", "施設", "住所", "件数", "備考"]))}</row>'.encode())
            for n in range(rows):
                values = [f"{seed}-{n}", f"施設{noise.randrange(10**6)}", f"中央{noise.randrange(900)}番地{noise.randrange(90)}", str(noise.randrange(10**7)), noise.randbytes(20).hex()]
                part.write(f'<row>{"".join(map(cell, values))}</row>'.encode())
            part.write(b"</sheetData></worksheet>")


def gigabyte(work):
    folder = work / "gigabyte"
    if (folder / ".whole").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    sentence = lambda noise, n: f"{n}件目の案内では、窓口{noise.randrange(10**6)}の受付を午前{noise.randrange(8, 12)}時からとする。"
    for n in range(54):
        pdf(folder / f"広報{n:02d}.pdf", 12, 2_200_000, 2, n)  # 13 MB each
    pdf(folder / "大きな図面集.pdf", 60, 9_900_000, 3, 99)  # 199 MB
    for n in range(6):
        sheet(folder / f"台帳{n}.xlsx", 40_000, n)
    for n in range(10):
        noise = random.Random(n)
        with open(folder / f"会議録{n}.html", "w") as to:
            to.write("<!doctype html><meta charset=utf-8><title>会議録</title>")
            to.writelines(f"<p>{html.escape(sentence(noise, i))}</p>\n" for i in range(40_000))
        with open(folder / f"明細{n}.csv", "w") as to:
            to.write("番号,施設,金額,備考\n")
            to.writelines(f"{n}-{i},施設{noise.randrange(10**6)},{noise.randrange(10**7)},{noise.randbytes(8).hex()}\n" for i in range(60_000))
    noise = random.Random(7)
    with open(folder / "例規全文.txt", "w") as to:
        to.writelines(sentence(noise, i) + "\n\n" for i in range(330_000))
    (folder / ".whole").touch()


if __name__ == "__main__":
    if sys.argv[1] == "text":
        text_corpus(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    else:
        gigabyte(pathlib.Path(sys.argv[2]))
